// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.team.SheetContents;

/** What a reader sees of a part, by its hash, for acknowledgements. */
@Component(service = SheetContents.class)
public final class ReaderContents implements SheetContents {
  private final SheetPlaces places;
  private final SheetReader reader;

  /** Makes it. */
  @Activate
  public ReaderContents(@Reference SheetPlaces places, @Reference SheetReader reader) {
    this.places = places;
    this.reader = reader;
  }

  @Override
  public Optional<Current> find(Session session, Actor actor, StudentId student, String partKey) {
    return SheetKey.find(partKey)
        .map(key -> places.get(actor, Privilege.SHEET_READ, student, key))
        .map(place -> reader.open(session, actor, place))
        .filter(open -> !open.form().sections().isEmpty())
        .flatMap(ReaderContents::current);
  }

  private static Optional<Current> current(OpenPart open) {
    String classes =
        open.form().sections().stream()
            .map(section -> section.sharing().code())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return open.newest()
        .map(
            newest ->
                new Current(newest.version(), classes, some -> hash(open, newest.content(), some)));
  }

  private static String hash(OpenPart open, SheetContent content, String classes) {
    List<String> seen = List.of(classes.split(",", -1));
    SheetContent visible =
        SheetReader.visible(
            open.whole().only(section -> seen.contains(section.sharing().code())), content);
    try {
      byte[] text = Json.MAPPER.writeValueAsString(visible).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a content of texts has a hash", e);
    }
  }
}
