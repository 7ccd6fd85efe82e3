// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.consent.domain.LegalBasis;
import org.tsunagi.plugin.platform.Json;

/**
 * The bases other than consent, as {@code consent/legal-bases.json} ships them with their source.
 */
@Component(service = LegalBases.class)
public final class LegalBases {
  private final List<LegalBasis> rows;
  private final String source;
  private final String sourceUrl;
  private final String checkedOn;

  /** Reads the file. */
  @Activate
  public LegalBases() {
    try (InputStream file =
        LegalBases.class.getClassLoader().getResourceAsStream("consent/legal-bases.json")) {
      JsonNode root = Json.MAPPER.readTree(Objects.requireNonNull(file));
      List<LegalBasis> read = new ArrayList<>();
      root.path("rows").forEach(row -> read.add(row(row)));
      rows = List.copyOf(read);
      source = root.path("source").asText();
      sourceUrl = root.path("sourceUrl").asText();
      checkedOn = root.path("checkedOn").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lists the rows, old ones included. */
  public List<LegalBasis> rows() {
    return rows;
  }

  /** Finds the row of an id that is in force on a day. */
  public Optional<LegalBasis> find(String id, LocalDate on) {
    return rows.stream()
        .filter(row -> row.id().equals(id) && !on.isBefore(row.firstOn()))
        .filter(row -> row.lastOn().map(last -> !on.isAfter(last)).orElse(true))
        .findFirst();
  }

  /** Returns the law, where to read it, and the day on which the rows were held against it. */
  public List<String> source() {
    return List.of(source, sourceUrl, checkedOn);
  }

  private static LegalBasis row(JsonNode row) {
    return new LegalBasis(
        row.path("id").asText(),
        LocalDate.parse(row.path("firstOn").asText()),
        row.path("lastOn").isTextual()
            ? Optional.of(LocalDate.parse(row.path("lastOn").asText()))
            : Optional.empty(),
        texts(row.path("from")),
        texts(row.path("toKinds")),
        texts(row.path("toBodies")),
        row.path("law").asText(),
        row.path("article").asText(),
        row.path("words").asText(),
        row.path("effort").asBoolean(),
        row.path("board").asBoolean());
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
