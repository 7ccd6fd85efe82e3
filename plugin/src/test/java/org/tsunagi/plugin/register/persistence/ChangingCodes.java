// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;

/** Catalogues whose codes change within the year, for {@link RandomCity}. */
final class ChangingCodes {
  private ChangingCodes() {}

  /** Codes of which some change their effect in the middle of the year. */
  static CodesInForce of(
      SplittableRandom random, CodeCatalogue shipped, LocalDate begin, int span) {
    List<CodeVersion> versions = new ArrayList<>();
    List<AttendanceCode> list = shipped.list();
    for (AttendanceCode code : list) {
      if (random.nextInt(100) < 15) {
        AttendanceCode other = list.get(random.nextInt(list.size()));
        LocalDate first = begin.plusDays(random.nextInt(span));
        versions.add(
            new CodeVersion(
                as(code, other), 1, first, CodeVersion.OWN, "", "", "t", "t", Instant.EPOCH));
      }
    }
    return new CodesInForce(0, list, versions, List.of());
  }

  private static AttendanceCode as(AttendanceCode code, AttendanceCode other) {
    return new AttendanceCode(
        code.id(),
        other.label(),
        other.shortLabel(),
        other.glyph(),
        other.family(),
        "",
        other.effect(),
        other.sheetRow(),
        other.kind(),
        other.counts(),
        other.remarkOrder(),
        other.remarkTemplate(),
        other.defaultDetail(),
        other.decisionNeeded(),
        other.roles(),
        other.firstSchoolYear(),
        other.lastSchoolYear(),
        other.restricted(),
        other.basis());
  }
}
