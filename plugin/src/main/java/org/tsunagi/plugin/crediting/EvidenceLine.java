// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.shared.Finding;

/**
 * A line of a file on days of learning, as it was written.
 *
 * @param line the line's number in the file
 * @param date the day, for example {@code 2026-11-05}
 * @param kind {@code facilityDay}, {@code ict}, {@code visit}, {@code report} or {@code meeting}
 * @param minutes the minutes of learning, a whole number
 * @param content what was learned or talked about
 * @param who who visited, reported or met
 * @param role the visitor's part
 * @param facilityId the facility
 */
public record EvidenceLine(
    int line,
    @Nullable String date,
    @Nullable String kind,
    @Nullable String minutes,
    @Nullable String content,
    @Nullable String who,
    @Nullable String role,
    @Nullable String facilityId) {
  /**
   * Reads the line; empty where it can't be read.
   *
   * @param findings what there is to say of it is added here
   */
  Optional<EvidenceEntry> entry(StudentId student, List<Finding> findings) {
    List<Finding> own = new ArrayList<>();
    Optional<LocalDate> day = day(own);
    Optional<EvidenceKind> read = EvidenceKind.find(text(kind));
    if (read.isEmpty()) {
      own.add(error("KIND", "kind は facilityDay・ict・visit・report・meeting のどれかにしてください。"));
    }
    OptionalInt learned = minutes(own);
    findings.addAll(own);
    return own.isEmpty()
        ? Optional.of(
            new EvidenceEntry(
                student,
                day.orElseThrow(),
                read.orElseThrow(),
                learned,
                text(content),
                text(who),
                text(role),
                text(facilityId)))
        : Optional.empty();
  }

  private Optional<LocalDate> day(List<Finding> findings) {
    try {
      return Optional.of(LocalDate.parse(text(date)));
    } catch (DateTimeException e) {
      findings.add(error("DATE", "date は 2026-11-05 の形で入れてください。"));
      return Optional.empty();
    }
  }

  private OptionalInt minutes(List<Finding> findings) {
    String told = text(minutes);
    if (told.isEmpty()) {
      return OptionalInt.empty();
    }
    if (told.matches("[0-9]{1,4}")) {
      return OptionalInt.of(Integer.parseInt(told));
    }
    findings.add(error("MINUTES", "minutes は0から1440までの数字にしてください。"));
    return OptionalInt.empty();
  }

  /** Says where a finding of this line is. */
  Finding located(Finding finding) {
    return new Finding(finding.code(), finding.severity(), line + "行目：" + finding.message());
  }

  private Finding error(String code, String message) {
    return located(new Finding(code, Finding.Severity.ERROR, message));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
