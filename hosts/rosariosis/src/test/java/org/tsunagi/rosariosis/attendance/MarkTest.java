// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.attendance.AttendanceBook.PastMark;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.rosariosis.HostDatabase;
import org.tsunagi.rosariosis.store.RosarioStore;

class MarkTest {
  private static final SchoolId SCHOOL = new SchoolId("1");
  private static final StudentId SAKI = new StudentId("101");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 9);

  private final HostDatabase host = HostDatabase.open();
  private final RosarioStore store = new RosarioStore(host.ours());
  private final RosarioAttendanceBook book = new RosarioAttendanceBook(store);

  @AfterEach
  void close() {
    store.close();
  }

  private void mark(int period, int code, int coursePeriod) {
    host.run(
        "INSERT INTO attendance_period (student_id, school_date, period_id, attendance_code,"
            + " course_period_id) VALUES (101, '2026-11-09', "
            + period
            + ", "
            + code
            + ", "
            + coursePeriod
            + ")");
  }

  private Optional<String> code() {
    return book.find(SCHOOL, SAKI, DAY).map(AttendanceMark::code);
  }

  @ParameterizedTest
  @CsvSource({"1,ABSENT_UNKNOWN", "2,PRESENT", "3,PRESENT", "4,LATE_EARLY"})
  void aCodeThatIsNotOursIsReadByItsState(int hostCode, String code) {
    mark(1, hostCode, 201);
    assertEquals(Optional.of(code), code());
  }

  @Test
  void aCodeThatWasInstalledIsReadAsOurs() {
    mark(1, 3, 201);
    book.install(
        SCHOOL,
        2026,
        List.of(new HostCode("CREDITED_SUPPORT_CENTER", "支セ", "支援センター", HostCode.State.PRESENT)));
    assertEquals(Optional.of("CREDITED_SUPPORT_CENTER"), code());
  }

  @Test
  void aCodeOfAnotherYearIsNotMixedUp() {
    mark(1, 3, 201);
    book.install(
        SCHOOL,
        2025,
        List.of(new HostCode("CREDITED_ICT", "支セ", "別の年の記号", HostCode.State.PRESENT)));
    assertEquals(Optional.of("PRESENT"), code());
  }

  @Test
  void theFirstPeriodOfTheDayCounts() {
    mark(2, 1, 201);
    assertEquals(Optional.of("ABSENT_UNKNOWN"), code());
    mark(1, 2, 201);
    assertEquals(Optional.of("PRESENT"), code());
    List<AttendanceMark> streamed = new ArrayList<>();
    book.stream(SCHOOL, 2026, streamed::add);
    assertEquals(1, streamed.size());
  }

  @Test
  void aMarkOfALessonIsNoMarkOfTheDay() {
    mark(1, 1, 777);
    assertEquals(Optional.empty(), code());
  }

  @Test
  void whatAMarkWasBeforeIsKeptNewestFirst() {
    mark(1, 1, 201);
    host.run("UPDATE attendance_period SET attendance_code = 2");
    host.run("UPDATE attendance_period SET attendance_code = 2");
    host.run("DELETE FROM attendance_period");
    List<PastMark> past = book.listHistory(SCHOOL, Set.of(SAKI), DAY, DAY);
    assertEquals(
        List.of("PRESENT -> -", "ABSENT_UNKNOWN -> PRESENT"),
        past.stream()
            .map(
                one ->
                    one.before().map(AttendanceMark::code).orElse("-")
                        + " -> "
                        + one.change().mark().map(AttendanceMark::code).orElse("-"))
            .toList());
    assertEquals("rosariosis", past.get(0).change().author().id());
  }
}
