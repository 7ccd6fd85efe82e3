// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceBook.PastMark;
import org.tsunagi.api.attendance.AttendanceBook.Taken;
import org.tsunagi.api.attendance.AttendanceBook.Written;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** What every host does as a register of attendance. */
interface AttendanceConformance {
  LocalDate DAY = LocalDate.of(2026, 11, 9);
  Instant AT = Instant.parse("2026-11-09T00:05:00Z");
  MarkChange.Author TEACHER = new MarkChange.Author("t-1", "担任　一", "教諭");
  MarkChange.Author PRINCIPAL = new MarkChange.Author("t-3", "校長　三", "校長");

  HostUnderTest host();

  private AttendanceBook book() {
    return host().attendance();
  }

  private boolean refusesToWrite() {
    installCodes();
    if (host().host().capabilities().contains(Capability.WRITE_MARKS)) {
      return false;
    }
    assertThrows(
        UnsupportedOperationException.class,
        () -> book().write(List.of(change(KitSchool.SAKI, DAY, "ABSENT_ILLNESS"))));
    return true;
  }

  private void installCodes() {
    book()
        .install(
            KitSchool.NORTH,
            KitSchool.YEAR,
            List.of(
                new HostCode("ABSENT_ILLNESS", "病", "病欠", HostCode.State.ABSENT),
                new HostCode("LATE", "遅", "遅刻", HostCode.State.PRESENT),
                new HostCode("CREDITED_ICT", "ICT", "出席扱い", HostCode.State.PRESENT)));
  }

  private static MarkChange change(StudentId student, LocalDate date, String code) {
    return change(AttendanceMark.of(KitSchool.NORTH, student, date, code), TEACHER, "");
  }

  private static MarkChange change(AttendanceMark mark, MarkChange.Author author, String reason) {
    return new MarkChange(
        mark.school(), mark.student(), mark.date(), Optional.of(mark), author, reason, AT);
  }

  private static MarkChange blank(StudentId student, LocalDate date, String reason) {
    return new MarkChange(
        KitSchool.NORTH, student, date, Optional.empty(), PRINCIPAL, reason, AT.plusSeconds(60));
  }

  private static AttendanceMark full(StudentId student, LocalDate date) {
    return new AttendanceMark(
        KitSchool.NORTH,
        student,
        date,
        "CREDITED_ICT",
        "インフルエンザ",
        "F1",
        "𠮷祥寺の自宅",
        true,
        true,
        OptionalInt.of(95),
        Optional.of(false),
        "電話で確認");
  }

  @Test
  default void codesMayBeInstalledTwice() {
    installCodes();
    installCodes();
    assertEquals(
        Optional.empty(), book().find(KitSchool.NORTH, KitSchool.SAKI, DAY), "no mark appears");
  }

  @Test
  default void aBlankIsNoMark() {
    assertEquals(Optional.empty(), book().find(KitSchool.NORTH, KitSchool.SAKI, DAY));
    assertEquals(Optional.empty(), book().find(new SchoolId("none"), new StudentId("nobody"), DAY));
    assertEquals(List.of(), book().list(KitSchool.SAKI, KitSchool.APRIL, KitSchool.MARCH));
    assertEquals(List.of(), book().listHistory(KitSchool.NORTH, KitSchool.SAKI, DAY));
    book().stream(KitSchool.NORTH, KitSchool.YEAR, mark -> assertEquals("", mark.code()));
  }

  @Test
  default void aMarkKeepsEverythingItWasWrittenWith() {
    if (refusesToWrite()) {
      return;
    }
    AttendanceMark mark = full(KitSchool.SAKI, DAY);
    assertEquals(new Written(1, 0, 0, 0), book().write(List.of(change(mark, TEACHER, ""))));
    assertEquals(Optional.of(mark), book().find(KitSchool.NORTH, KitSchool.SAKI, DAY));
    assertEquals(List.of(mark), book().list(KitSchool.SAKI, DAY, DAY));
    assertEquals(List.of(), book().list(KitSchool.SAKI, DAY.plusDays(1), KitSchool.MARCH));
    assertEquals(List.of(), book().list(KitSchool.TAKA, KitSchool.APRIL, KitSchool.MARCH));
    assertEquals(List.of(), book().listHistory(KitSchool.NORTH, KitSchool.SAKI, DAY));
  }

  @Test
  default void marksAreCountedAsNewChangedUnchangedAndCleared() {
    if (refusesToWrite()) {
      return;
    }
    book()
        .write(
            List.of(
                change(KitSchool.SAKI, DAY, "LATE"),
                change(KitSchool.TAKA, DAY, "LATE"),
                change(KitSchool.YOSHI, DAY, "LATE")));
    MarkRecorder recorder = new MarkRecorder();
    host().register(recorder);
    MarkChange fresh = change(KitSchool.SIXTH, DAY, "LATE");
    MarkChange other =
        change(
            AttendanceMark.of(KitSchool.NORTH, KitSchool.TAKA, DAY, "ABSENT_ILLNESS"),
            PRINCIPAL,
            "電話の聞き違い");
    assertEquals(
        new Written(1, 1, 2, 1),
        book()
            .write(
                List.of(
                    change(KitSchool.SAKI, DAY, "LATE"),
                    other,
                    blank(KitSchool.YOSHI, DAY, "取り違え"),
                    blank(KitSchool.YOSHI, DAY.plusDays(1), ""),
                    fresh)));
    assertEquals(
        Set.of(fresh.mark().orElseThrow(), other.mark().orElseThrow()), Set.copyOf(recorder.marks));
    assertEquals(
        List.of(new MarkFeed.Blank(KitSchool.NORTH, KitSchool.YOSHI, DAY)), recorder.blanks);
    assertEquals(Optional.empty(), book().find(KitSchool.NORTH, KitSchool.YOSHI, DAY));
  }

  @Test
  default void historyTellsWhatWasReplacedByWhomAndWhyNewestFirst() {
    if (refusesToWrite()) {
      return;
    }
    AttendanceMark first = full(KitSchool.SAKI, DAY);
    MarkChange second =
        change(
            AttendanceMark.of(KitSchool.NORTH, KitSchool.SAKI, DAY, "ABSENT_ILLNESS"),
            PRINCIPAL,
            "保護者の訂正");
    MarkChange third = blank(KitSchool.SAKI, DAY, "日の取り違え");
    book().write(List.of(change(first, TEACHER, "")));
    book().write(List.of(second));
    book().write(List.of(third));
    book().write(List.of(change(first, TEACHER, "")));
    assertEquals(
        List.of(new PastMark(second.mark(), third), new PastMark(Optional.of(first), second)),
        book().listHistory(KitSchool.NORTH, KitSchool.SAKI, DAY));
  }

  @Test
  default void aFirstEntryWithAReasonIsKeptInTheHistoryToo() {
    if (refusesToWrite()) {
      return;
    }
    MarkChange late =
        change(
            AttendanceMark.of(KitSchool.NORTH, KitSchool.SAKI, DAY, "LATE"), PRINCIPAL, "出席の取り違え");
    assertEquals(new Written(1, 0, 0, 0), book().write(List.of(late)));
    assertEquals(
        List.of(new PastMark(Optional.empty(), late)),
        book().listHistory(KitSchool.NORTH, KitSchool.SAKI, DAY));
  }

  @Test
  default void aLaterChangeOfTheSameDayWins() {
    if (refusesToWrite()) {
      return;
    }
    assertEquals(
        new Written(1, 1, 0, 0),
        book()
            .write(
                List.of(
                    change(KitSchool.SAKI, DAY, "LATE"),
                    change(KitSchool.SAKI, DAY, "ABSENT_ILLNESS"))));
    assertEquals(
        "ABSENT_ILLNESS", book().find(KitSchool.NORTH, KitSchool.SAKI, DAY).orElseThrow().code());
    assertEquals(1, book().listHistory(KitSchool.NORTH, KitSchool.SAKI, DAY).size());
  }

  @Test
  default void everyMarkOfASchoolYearIsStreamed() {
    if (refusesToWrite()) {
      return;
    }
    List<MarkChange> changes = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      changes.add(change(KitSchool.SAKI, DAY.plusDays(day), "LATE"));
      changes.add(change(KitSchool.TAKA, DAY.plusDays(day), "LATE"));
    }
    changes.add(change(KitSchool.SAKI, KitSchool.MARCH.plusDays(1), "LATE"));
    assertEquals(new Written(61, 0, 0, 0), book().write(changes));
    List<AttendanceMark> streamed = new ArrayList<>();
    book().stream(KitSchool.NORTH, KitSchool.YEAR, streamed::add);
    assertEquals(60, Set.copyOf(streamed).size());
    assertEquals(60, streamed.size());
    List<LocalDate> listed =
        book().list(KitSchool.SAKI, KitSchool.APRIL, KitSchool.MARCH).stream()
            .map(AttendanceMark::date)
            .toList();
    assertEquals(DAY.datesUntil(DAY.plusDays(30)).toList(), listed, "oldest first");
  }

  @Test
  default void allChangesOfAWriteAreWrittenOrNone() {
    if (refusesToWrite()) {
      return;
    }
    StudentId nobody = new StudentId("nobody");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            book()
                .write(List.of(change(KitSchool.SAKI, DAY, "LATE"), change(nobody, DAY, "LATE"))));
    assertEquals(Optional.empty(), book().find(KitSchool.NORTH, KitSchool.SAKI, DAY));
    MarkChange stranger =
        new MarkChange(
            KitSchool.NORTH,
            KitSchool.SAKI,
            DAY,
            change(KitSchool.TAKA, DAY, "LATE").mark(),
            TEACHER,
            "",
            AT);
    assertThrows(IllegalArgumentException.class, () -> book().write(List.of(stranger)));
  }

  @Test
  default void aFeedThatFailsUndoesTheWrite() {
    boolean inside = host().host().capabilities().contains(Capability.SAME_TRANSACTION);
    if (refusesToWrite() || !inside) {
      return;
    }
    MarkRecorder failing = new MarkRecorder();
    host()
        .register(
            new MarkFeed() {
              @Override
              public void marksChanged(List<AttendanceMark> marks) {
                failing.marksChanged(marks);
                throw new IllegalStateException("stop");
              }

              @Override
              public void marksCleared(List<Blank> blanks) {}

              @Override
              public void takenChanged(HomeroomId homeroom, LocalDate date, boolean taken) {}
            });
    assertThrows(
        IllegalStateException.class,
        () -> book().write(List.of(change(KitSchool.SAKI, DAY, "LATE"))));
    assertEquals(1, failing.marks.size());
    assertEquals(Optional.empty(), book().find(KitSchool.NORTH, KitSchool.SAKI, DAY));
  }

  @Test
  default void takenDaysAreKeptPerHomeroom() {
    if (!host().host().capabilities().contains(Capability.TAKEN_PER_HOMEROOM)) {
      return;
    }
    MarkRecorder recorder = new MarkRecorder();
    host().register(recorder);
    book().setTaken(KitSchool.FIVE_TWO, DAY.plusDays(1), true, TEACHER);
    book().setTaken(KitSchool.FIVE_TWO, DAY, true, TEACHER);
    book().setTaken(KitSchool.FIVE_TWO, DAY, true, PRINCIPAL);
    book().setTaken(KitSchool.FIVE_TEN, DAY, true, TEACHER);
    book().setTaken(KitSchool.FIVE_TEN, DAY, false, PRINCIPAL);
    assertEquals(
        List.of(DAY, DAY.plusDays(1)), book().listTaken(KitSchool.FIVE_TWO, DAY, DAY.plusDays(9)));
    assertEquals(List.of(), book().listTaken(KitSchool.FIVE_TEN, DAY, DAY));
    assertEquals(4, recorder.taken.size(), "taking it again is no change");
    assertTrue(recorder.taken.contains("210 2026-11-09 false"));
    List<Taken> streamed = new ArrayList<>();
    book().streamTaken(KitSchool.NORTH, KitSchool.YEAR, streamed::add);
    assertEquals(
        List.of(new Taken(KitSchool.FIVE_TWO, DAY), new Taken(KitSchool.FIVE_TWO, DAY.plusDays(1))),
        streamed);
    HomeroomId none = new HomeroomId("none");
    assertThrows(IllegalArgumentException.class, () -> book().setTaken(none, DAY, true, TEACHER));
  }
}
