// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.roster.StudentId;

/** What every host's register answers when it is asked for several students at once. */
interface MarkListConformance {
  HostUnderTest host();

  @Test
  default void marksOfSeveralStudentsAreListedInOneQuestion() {
    if (!host().host().capabilities().contains(Capability.WRITE_MARKS)) {
      return;
    }
    AttendanceBook book = host().attendance();
    LocalDate day = HostUnderTest.TODAY;
    book.install(
        KitSchool.NORTH,
        KitSchool.YEAR,
        List.of(
            new HostCode("LATE", "遅", "遅刻", HostCode.State.PRESENT),
            new HostCode("ABSENT_ILLNESS", "病", "病気", HostCode.State.ABSENT)));
    MarkChange first = change(KitSchool.SAKI, day, "LATE");
    MarkChange other = change(KitSchool.TAKA, day.minusDays(1), "LATE");
    book.write(List.of(first, other, change(KitSchool.YOSHI, day, "LATE")));
    Set<StudentId> asked = Set.of(KitSchool.SAKI, KitSchool.TAKA);
    assertEquals(
        Set.of(first.mark().orElseThrow(), other.mark().orElseThrow()),
        Set.copyOf(book.list(KitSchool.NORTH, asked, day.minusDays(1), day)));
    assertEquals(List.of(first.mark().orElseThrow()), book.list(KitSchool.NORTH, asked, day, day));
    assertEquals(List.of(), book.list(KitSchool.SOUTH, asked, day, day));
    assertEquals(List.of(), book.list(KitSchool.NORTH, Set.of(), day, day));
    MarkChange later = change(KitSchool.SAKI, day, "ABSENT_ILLNESS");
    MarkChange last = change(KitSchool.SAKI, day, "LATE");
    book.write(List.of(later));
    book.write(List.of(last));
    assertEquals(
        List.of(
            new AttendanceBook.PastMark(later.mark(), last),
            new AttendanceBook.PastMark(first.mark(), later)),
        book.listHistory(KitSchool.NORTH, asked, day.minusDays(1), day));
    assertEquals(List.of(), book.listHistory(KitSchool.NORTH, asked, day.plusDays(1), day));
  }

  private static MarkChange change(StudentId student, LocalDate date, String code) {
    return new MarkChange(
        KitSchool.NORTH,
        student,
        date,
        Optional.of(AttendanceMark.of(KitSchool.NORTH, student, date, code)),
        new MarkChange.Author("t-1", "先生", "teacher"),
        "",
        Instant.parse("2026-11-20T01:00:00Z"));
  }
}
