// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.util.List;
import java.util.Optional;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;

/**
 * A student with every stay and the places of these stays, as a page of the record needs them.
 *
 * <p>It is read once a request and handed on, so that nobody asks for parts of it again.
 *
 * @param student the student with guardians
 * @param stays all stays, oldest first; empty for a student who was never enrolled
 * @param schools the schools of the stays, each once
 * @param homerooms the homerooms of the stays, each once
 */
public record StudentRecord(
    Student student, List<Enrolment> stays, List<School> schools, List<Homeroom> homerooms) {
  public StudentRecord {
    stays = List.copyOf(stays);
    schools = List.copyOf(schools);
    homerooms = List.copyOf(homerooms);
  }

  /** Returns the student's identifier. */
  public StudentId id() {
    return student.id();
  }

  /** Finds a school of the stays. */
  public Optional<School> school(SchoolId id) {
    return schools.stream().filter(school -> school.id().equals(id)).findFirst();
  }

  /** Finds a homeroom of the stays. */
  public Optional<Homeroom> homeroom(HomeroomId id) {
    return homerooms.stream().filter(homeroom -> homeroom.id().equals(id)).findFirst();
  }
}
