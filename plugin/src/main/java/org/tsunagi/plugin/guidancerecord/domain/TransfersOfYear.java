// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;

/**
 * Finds the transfers out of the stays of a student; the roster knows schools and days, people type
 * what else the cells need. An advance to the next stage is no transfer.
 *
 * <p>Basis: 指導要録の手引 第3章 Q8.
 *
 * @param stays all stays of the student
 * @param schoolNames the names of the schools, by id
 */
public record TransfersOfYear(List<Enrolment> stays, Map<SchoolId, String> schoolNames) {
  /** Orders the stays. */
  public TransfersOfYear {
    stays = stays.stream().sorted(Comparator.comparing(Enrolment::first)).toList();
    schoolNames = Map.copyOf(schoolNames);
  }

  /**
   * A transfer with the school years in whose rows its two cells stand.
   *
   * @param transfer the transfer
   * @param leftSchool the old school
   * @param leftYear the school year of the old school's row
   * @param enteredYear the school year of the new school's row
   */
  public record Placed(Transfer transfer, SchoolId leftSchool, int leftYear, int enteredYear) {
    /** Tells whether a cell of the transfer stands in a year's row. */
    public boolean touches(int schoolYear) {
      return leftYear == schoolYear || enteredYear == schoolYear;
    }
  }

  /**
   * Returns the stay that a transfer ended in a school year; empty where none did. People type on
   * the row of this school.
   *
   * @param today stays that end later are not over yet
   */
  public Optional<Enrolment> left(int schoolYear, LocalDate today) {
    for (int i = 0; i < stays.size(); i++) {
      if (stays.get(i).schoolYear() == schoolYear && ends(i, today)) {
        return Optional.of(stays.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Lists the transfers with a cell in a school year.
   *
   * @param notes what was typed on the old school's row, by its school year
   */
  public List<Placed> list(int schoolYear, Map<Integer, RecordNotes> notes, LocalDate today) {
    List<Placed> found = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      if (ends(i, today)) {
        Enrolment before = stays.get(i);
        Optional<Enrolment> after =
            i + 1 < stays.size() ? Optional.of(stays.get(i + 1)) : Optional.empty();
        RecordNotes.Leaving typed =
            notes.getOrDefault(before.schoolYear(), RecordNotes.NONE).leaving();
        Placed placed =
            new Placed(
                transfer(before, after, typed),
                before.school(),
                before.schoolYear(),
                after.map(Enrolment::schoolYear).orElse(before.schoolYear()));
        if (placed.touches(schoolYear)) {
          found.add(placed);
        }
      }
    }
    return found;
  }

  /** Tells whether the student left this stay's school by transfer. */
  private boolean ends(int index, LocalDate today) {
    Enrolment stay = stays.get(index);
    Optional<LocalDate> last = stay.last().filter(end -> !end.isAfter(today));
    if (index + 1 < stays.size()) {
      Enrolment next = stays.get(index + 1);
      return !next.school().equals(stay.school())
          && !TransferRule.advances(stay.grade(), next.grade());
    }
    LocalDate yearEnd = new SchoolYear(stay.schoolYear()).last();
    return last.isPresent() && last.get().isBefore(yearEnd.minusDays(31));
  }

  private Transfer transfer(
      Enrolment before, Optional<Enrolment> after, RecordNotes.Leaving typed) {
    Optional<LocalDate> accepted = after.map(Enrolment::first).or(typed::acceptedOn);
    Optional<LocalDate> left =
        typed.lastDayUnknown() ? Optional.empty() : typed.lastAttendedOn().or(before::last);
    left = left.filter(day -> accepted.map(day::isBefore).orElse(true));
    String school = after.map(stay -> name(stay.school())).orElse(typed.school());
    String grade = after.map(stay -> TransferRule.gradeName(stay.grade())).orElse(typed.grade());
    return new Transfer(
        left,
        accepted,
        typed.movingDays(),
        new Transfer.Place(
            name(before.school()), TransferRule.gradeName(before.grade()), typed.fromAddress()),
        new Transfer.Place(school, grade, typed.address()),
        typed.reason());
  }

  private String name(SchoolId school) {
    return schoolNames.getOrDefault(school, school.value());
  }
}
