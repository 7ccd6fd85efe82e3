// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.SchoolCalendar.Written;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.school.Grade;

/** What every host does as a calendar and a timetable. */
interface CalendarConformance {
  HostUnderTest host();

  private SchoolCalendar calendar() {
    return host().calendar();
  }

  private boolean refusesToWrite() {
    if (host().host().capabilities().contains(Capability.WRITE_CALENDAR)) {
      return false;
    }
    assertThrows(UnsupportedOperationException.class, () -> calendar().write(KitSchool.days()));
    return true;
  }

  @Test
  default void writtenDaysAreListedAndStreamed() {
    if (refusesToWrite()) {
      return;
    }
    assertEquals(new Written(5, 0, 0), calendar().write(KitSchool.days()));
    LocalDate first = LocalDate.of(2026, 11, 10);
    assertEquals(
        KitSchool.days().subList(1, 3),
        calendar().list(KitSchool.NORTH, Grade.P5, first, first.plusDays(1)));
    assertEquals(
        List.of(), calendar().list(KitSchool.NORTH, Grade.P6, KitSchool.APRIL, KitSchool.MARCH));
    List<PlannedDay> streamed = new ArrayList<>();
    calendar().stream(KitSchool.NORTH, KitSchool.YEAR, streamed::add);
    assertEquals(KitSchool.days(), streamed);
    calendar().stream(KitSchool.NORTH, 2025, day -> streamed.clear());
    assertEquals(5, streamed.size());
  }

  @Test
  default void writingDaysCountsAndTellsOnlyWhatDiffers() {
    if (refusesToWrite()) {
      return;
    }
    calendar().write(KitSchool.days());
    List<PlannedDay> heard = new ArrayList<>();
    host().register((List<PlannedDay> days) -> heard.addAll(days));
    PlannedDay exam =
        new PlannedDay(KitSchool.NORTH, LocalDate.of(2026, 11, 9), Grade.P5, true, "学力テスト", false);
    PlannedDay sixth =
        new PlannedDay(KitSchool.NORTH, LocalDate.of(2026, 11, 9), Grade.P6, true, "", true);
    assertEquals(
        new Written(1, 1, 1), calendar().write(List.of(exam, sixth, KitSchool.days().get(1))));
    assertEquals(java.util.Set.of(exam, sixth), java.util.Set.copyOf(heard));
    assertEquals(new Written(0, 0, 0), calendar().write(List.of()));
  }

  @Test
  default void daysAreRolledBackWithTheTransaction() {
    if (refusesToWrite()) {
      return;
    }
    assertThrows(
        IllegalStateException.class,
        () ->
            host()
                .store()
                .transact(
                    connection -> {
                      calendar().write(KitSchool.days());
                      throw new IllegalStateException("stop");
                    }));
    assertEquals(
        List.of(), calendar().list(KitSchool.NORTH, Grade.P5, KitSchool.APRIL, KitSchool.MARCH));
  }

  @Test
  default void termsAreListedInOrder() {
    assertEquals(KitSchool.terms(), calendar().listTerms(KitSchool.NORTH, KitSchool.YEAR));
    assertEquals(List.of(), calendar().listTerms(KitSchool.SOUTH, KitSchool.YEAR));
  }

  @Test
  default void aHostWithoutTimetableListsNone() {
    if (!host().host().capabilities().contains(Capability.TIMETABLE)) {
      assertEquals(List.of(), host().timetable().listPeriods(KitSchool.NORTH, KitSchool.YEAR));
      assertEquals(List.of(), host().timetable().listLessons(KitSchool.FIVE_TWO));
    }
  }
}
