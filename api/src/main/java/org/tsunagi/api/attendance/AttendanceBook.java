// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** The host's register of attendance (出席簿). No method checks rights. */
@ProviderType
public interface AttendanceBook {
  /** Makes the codes known to the host for a school year; codes that are there stay. */
  void install(SchoolId school, int schoolYear, List<HostCode> codes);

  /** Lists a student's marks in a range, oldest first. */
  List<AttendanceMark> list(StudentId student, LocalDate first, LocalDate last);

  /** Lists the marks of several students at a school in a range, in one question. */
  List<AttendanceMark> list(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last);

  /** Finds the mark of a student on a day. */
  Optional<AttendanceMark> find(SchoolId school, StudentId student, LocalDate date);

  /** Hands every mark of a school in a school year to the consumer, without holding them all. */
  void stream(SchoolId school, int schoolYear, Consumer<AttendanceMark> consumer);

  /**
   * Writes changes, all or none, and keeps the value each one replaces with who, when and why; a
   * first entry is kept like that when it has a reason.
   *
   * @return how many marks were new, changed, unchanged or made blank
   * @throws UnsupportedOperationException where the host lacks {@code Capability.WRITE_MARKS}
   * @throws IllegalArgumentException for a school or student the host does not know, or a mark of
   *     another student or day than its change
   */
  Written write(List<MarkChange> changes);

  /** Lists what a student's mark of a day was before, newest first. */
  List<PastMark> listHistory(SchoolId school, StudentId student, LocalDate date);

  /** Lists what marks of several students in a range were before, newest first. */
  List<PastMark> listHistory(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last);

  /**
   * Says that the register of a homeroom was taken on a day, or that it was not.
   *
   * @throws IllegalArgumentException for a homeroom the host does not know
   */
  void setTaken(HomeroomId homeroom, LocalDate date, boolean taken, MarkChange.Author author);

  /** Lists the days of a range on which a homeroom's register was taken, oldest first. */
  List<LocalDate> listTaken(HomeroomId homeroom, LocalDate first, LocalDate last);

  /** Hands every day on which a homeroom's register was taken to the consumer. */
  void streamTaken(SchoolId school, int schoolYear, Consumer<Taken> consumer);

  /**
   * What a write did.
   *
   * @param added marks on days that were blank
   * @param changed marks that replaced another
   * @param unchanged marks that were the same
   * @param cleared marks made blank
   */
  record Written(int added, int changed, int unchanged, int cleared) {}

  /**
   * A value that was replaced.
   *
   * @param before the mark before; empty for a blank
   * @param change what replaced it
   */
  record PastMark(Optional<AttendanceMark> before, MarkChange change) {}

  /**
   * A day on which a homeroom's register was taken.
   *
   * @param homeroom the homeroom
   * @param date the day
   */
  record Taken(HomeroomId homeroom, LocalDate date) {}
}
