// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.timetable;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** The host's timetable; both lists are empty where the host lacks {@code Capability.TIMETABLE}. */
@ProviderType
public interface TimetableBook {
  /** Lists the periods of a school in a school year, by number. */
  List<Period> listPeriods(SchoolId school, int schoolYear);

  /** Lists the lessons of a homeroom's ordinary week. */
  List<Lesson> listLessons(HomeroomId homeroom);
}
