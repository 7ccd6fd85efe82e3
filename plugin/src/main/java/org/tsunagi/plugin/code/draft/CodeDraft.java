// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tsunagi.plugin.code.CatalogueJson;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;

/**
 * A change of codes that somebody asks for.
 *
 * @param codes the codes as they shall be
 * @param first the first day on which they shall be so
 * @param note what for; may be empty
 * @param backwardReason why counted days are counted anew; empty where that is not wanted
 */
public record CodeDraft(
    List<AttendanceCode> codes, LocalDate first, String note, String backwardReason) {
  static final String SCHEMA = "attendance-codes.json";

  public CodeDraft {
    codes = List.copyOf(codes);
  }

  /** Says what is wrong with a draft that can't be read. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<JsonSchemas.Problem> problems;

    Unreadable(List<JsonSchemas.Problem> problems) {
      super("unreadable", null, false, false);
      this.problems = List.copyOf(problems);
    }

    /** Lists the problems by line. */
    public List<JsonSchemas.Problem> problems() {
      return problems;
    }
  }

  /** Reads a file; where it names no first day, the day given holds. */
  public static CodeDraft read(byte[] text, LocalDate today) throws Unreadable {
    refuse(JsonSchemas.check(SCHEMA, text));
    try {
      return of(Json.MAPPER.readTree(text), today);
    } catch (JsonProcessingException broken) {
      throw new Unreadable(
          List.of(new JsonSchemas.Problem("", 1, "JSONとして読み取れません。かっこやコンマを確かめてください。")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads a document. */
  public static CodeDraft read(JsonNode document, LocalDate today) throws Unreadable {
    refuse(JsonSchemas.check(SCHEMA, document));
    return of(document, today);
  }

  private static CodeDraft of(JsonNode document, LocalDate today) throws Unreadable {
    List<AttendanceCode> codes = new ArrayList<>();
    List<JsonSchemas.Problem> problems = new ArrayList<>();
    LocalDate first = today;
    try {
      first = document.has("firstOn") ? LocalDate.parse(document.get("firstOn").asText()) : today;
    } catch (DateTimeException none) {
      problems.add(new JsonSchemas.Problem("/firstOn", 0, "この日は暦にありません。ある日付を書いてください。"));
    }
    for (JsonNode node : document.path("codes")) {
      try {
        codes.add(CatalogueJson.read(node));
      } catch (IllegalArgumentException contradiction) {
        String pointer = "/codes/" + (codes.size() + problems.size());
        problems.add(
            new JsonSchemas.Problem(
                pointer,
                0,
                "使う年度のはじめと終わりが逆か、項目どうしが合いません（" + node.path("id").asText() + "）。確かめて直してください。"));
      }
    }
    refuse(problems);
    return new CodeDraft(
        codes,
        first,
        document.path("note").asText("").strip(),
        document.path("backwardReason").asText("").strip());
  }

  private static void refuse(List<JsonSchemas.Problem> problems) throws Unreadable {
    if (!problems.isEmpty()) {
      throw new Unreadable(problems);
    }
  }

  /**
   * Returns what the draft was shown under: it changes with the draft, with the day and with every
   * change of the codes in force.
   *
   * @param changes how often the codes in force were changed
   */
  String fingerprint(long changes, LocalDate today) {
    ObjectNode all = Json.MAPPER.createObjectNode();
    all.put("first", first.toString()).put("today", today.toString()).put("changes", changes);
    ArrayNode list = all.putArray("codes");
    codes.forEach(code -> list.add(CatalogueJson.write(code)));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every platform has SHA-256", missing);
    }
  }
}
