// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.NotOffered;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.store.Store;
import org.tsunagi.rosariosis.HostDatabase;
import org.tsunagi.rosariosis.calendar.RosarioCalendar;

class NotOfferedTest {
  private final Store store = mock(Store.class);
  private final RosarioAttendanceBook book = new RosarioAttendanceBook(store);

  private static void lacks(Capability capability, Executable call) {
    assertEquals(capability, assertThrows(NotOffered.class, call).capability());
  }

  @Test
  void whatIsWrittenInTheHostIsNamedByItsCapability() {
    MarkChange.Author author = new MarkChange.Author("t-1", "担任", "教諭");
    LocalDate day = LocalDate.of(2026, 11, 9);
    lacks(Capability.WRITE_MARKS, () -> book.write(List.of()));
    lacks(
        Capability.TAKEN_PER_HOMEROOM,
        () -> book.setTaken(new HomeroomId("201"), day, true, author));
    RosarioCalendar calendar = new RosarioCalendar(store, HostDatabase.settings());
    lacks(Capability.WRITE_CALENDAR, () -> calendar.write(List.of()));
  }
}
