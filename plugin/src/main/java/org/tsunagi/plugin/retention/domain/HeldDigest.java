// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept of destroyed rows: how many of which kind, and a hash over all of them. */
public final class HeldDigest {
  /** The kind that grows by mere looking; it is counted and does not change the hash. */
  public static final String READINGS = "readings";

  private HeldDigest() {}

  /**
   * Rows of a table.
   *
   * @param table the table
   * @param rows the rows, each as its columns
   */
  public record Rows(HeldTable table, List<Map<String, String>> rows) {}

  /** Returns kinds and counts, as {@code consents=3 sheets=2}. */
  public static String counts(List<Rows> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.stream()
        .filter(one -> !one.rows().isEmpty())
        .forEach(one -> counts.merge(one.table().kind(), one.rows().size(), Integer::sum));
    return String.join(
        " ", counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /** Returns SHA-256 over tables and rows, whatever order the database gave them in. */
  public static String hash(List<Rows> all) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      all.stream()
          .filter(one -> !one.table().kind().equals(READINGS))
          .flatMap(one -> one.rows().stream().map(row -> one.table().name() + new TreeMap<>(row)))
          .sorted()
          .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
