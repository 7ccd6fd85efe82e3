// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.calendar;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.timetable.Lesson;
import org.tsunagi.api.timetable.Period;
import org.tsunagi.api.timetable.TimetableBook;

/** No timetable yet: the host keeps one, but nothing here reads it until a page needs it. */
@Component(service = TimetableBook.class)
public final class RosarioTimetable implements TimetableBook {
  @Override
  public List<Period> listPeriods(SchoolId school, int schoolYear) {
    return List.of();
  }

  @Override
  public List<Lesson> listLessons(HomeroomId homeroom) {
    return List.of();
  }
}
