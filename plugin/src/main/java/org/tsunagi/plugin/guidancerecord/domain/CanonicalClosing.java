// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a closing in one way only, so that its hash tells whether anything was changed afterwards:
 * names sorted, no spaces, rows by student and grade.
 */
public final class CanonicalClosing {
  private CanonicalClosing() {}

  /** Writes the figures of a row as JSON. */
  public static String content(ClosedRow row) {
    StringBuilder json = new StringBuilder("{\"days\":");
    quote(json, row.days());
    json.append(",\"figures\":{");
    String comma = "";
    for (Map.Entry<String, Integer> figure : new TreeMap<>(row.figures()).entrySet()) {
      json.append(comma);
      quote(json, figure.getKey());
      json.append(':').append(figure.getValue());
      comma = ",";
    }
    json.append("},\"remarks\":[");
    comma = "";
    for (RemarkItem remark : row.remarks()) {
      json.append(comma)
          .append("{\"restricted\":")
          .append(remark.restricted())
          .append(",\"text\":");
      quote(json, remark.text());
      json.append('}');
      comma = ",";
    }
    return json.append("]}").toString();
  }

  /** Returns the hash of a closing with its rows; the closing's own hash is not in it. */
  public static String hash(Closing closing, List<ClosedRow> rows) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(
            closing.school().value(),
            Integer.toString(closing.schoolYear()),
            Integer.toString(closing.number()),
            closing.signedBy().id(),
            closing.signedBy().name(),
            closing.signedBy().title(),
            Long.toString(closing.signedAt().getEpochSecond()),
            closing.note(),
            closing.waitingConfirmed(),
            Integer.toString(closing.students()),
            closing.previousHash())) {
      quote(text, part);
      text.append('\n');
    }
    rows.stream()
        .sorted(
            Comparator.comparing((ClosedRow row) -> row.student().value())
                .thenComparing(ClosedRow::grade))
        .forEach(
            row -> {
              quote(text, row.student().value());
              text.append(row.grade().name()).append(content(row)).append('\n');
            });
    return sha256(text.toString());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
