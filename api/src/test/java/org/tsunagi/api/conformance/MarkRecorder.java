// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.school.HomeroomId;

/** A feed that writes down what it hears. */
final class MarkRecorder implements MarkFeed {
  final List<AttendanceMark> marks = new ArrayList<>();
  final List<Blank> blanks = new ArrayList<>();
  final List<String> taken = new ArrayList<>();

  @Override
  public void marksChanged(List<AttendanceMark> changed) {
    marks.addAll(changed);
  }

  @Override
  public void marksCleared(List<Blank> cleared) {
    blanks.addAll(cleared);
  }

  @Override
  public void takenChanged(HomeroomId homeroom, LocalDate date, boolean now) {
    taken.add(homeroom + " " + date + " " + now);
  }
}
