// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;

/**
 * What a code is and was.
 *
 * @param id the code
 * @param origin where it comes from: {@code shipped}, {@code own} or the name of a bundle
 * @param versions its versions, newest first
 */
public record CodeHistory(String id, String origin, List<Entry> versions) {

  /**
   * A version.
   *
   * @param number its number; 0 for the shipped one
   * @param firstOn the first day; null for the shipped one, which has always been so
   * @param origin who made it
   * @param note what for
   * @param backwardReason why counted days were counted anew; empty where none were
   * @param activatedBy who put it in force; empty for the shipped one
   * @param activatedAt when; null for the shipped one
   * @param code the code as it is in this version
   * @param changes what differs from the version before
   */
  public record Entry(
      int number,
      @Nullable LocalDate firstOn,
      String origin,
      String note,
      String backwardReason,
      String activatedBy,
      @Nullable Instant activatedAt,
      JsonNode code,
      List<CodeDiff.Field> changes) {}

  static CodeHistory of(CodesInForce inForce, String id) {
    List<Entry> entries = new ArrayList<>();
    Optional<AttendanceCode> before = inForce.findShipped(id);
    before.ifPresent(
        code ->
            entries.add(
                new Entry(
                    0, null, "shipped", "", "", "", null, CatalogueJson.write(code), List.of())));
    for (CodeVersion version : inForce.versions(id)) {
      entries.add(
          new Entry(
              version.number(),
              version.first(),
              version.origin(),
              version.note(),
              version.backwardReason(),
              version.byName(),
              version.at(),
              CatalogueJson.write(version.code()),
              before.isEmpty() ? List.of() : CodeDiff.list(before, version.code())));
      before = Optional.of(version.code());
    }
    Collections.reverse(entries);
    return new CodeHistory(id, inForce.origin(id), entries);
  }
}
