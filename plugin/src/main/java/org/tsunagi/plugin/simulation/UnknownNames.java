// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.StudentYear;

/** Finds names in a request that nothing else in it knows: most often a slip of the pen. */
final class UnknownNames {
  private static final String FACILITY =
      "この施設は facilities にありません。facilityId を直すか、施設を加えてください。備考に施設名は出ません。";
  private static final String HOMEROOM = "臨時休業の学級は homerooms にも児童生徒の学級にもありません。target を直してください。";

  private UnknownNames() {}

  static List<AttendanceAnswer.Note> list(
      GradeCalendar calendar, List<StudentYear> students, Map<String, Facility> facilities) {
    List<AttendanceAnswer.Note> notes = new ArrayList<>();
    Set<String> rooms =
        calendar.homerooms().stream().map(room -> room.id().value()).collect(Collectors.toSet());
    for (Closure closure : calendar.closures()) {
      if (closure.scope() == Closure.Scope.HOMEROOM && !rooms.contains(closure.target())) {
        notes.add(new AttendanceAnswer.Note("HOMEROOM_UNKNOWN", null, null, HOMEROOM));
      }
    }
    for (StudentYear student : students) {
      String id = student.student().value();
      for (DayMark mark : student.marks()) {
        if (!mark.facility().isEmpty() && !facilities.containsKey(mark.facility())) {
          notes.add(new AttendanceAnswer.Note("FACILITY_UNKNOWN", id, mark.date(), FACILITY));
        }
      }
      for (CreditingDecision decision : student.creditings()) {
        if (decision.facility().map(one -> !facilities.containsKey(one)).orElse(false)) {
          notes.add(new AttendanceAnswer.Note("FACILITY_UNKNOWN", id, null, FACILITY));
        }
      }
    }
    return notes;
  }
}
