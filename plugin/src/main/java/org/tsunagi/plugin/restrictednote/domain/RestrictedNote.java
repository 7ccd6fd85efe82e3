// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;

/**
 * A restricted note (限定メモ) without its content.
 *
 * @param id its id
 * @param student the child
 * @param kind one of {@link NoteRule#KINDS}
 * @param on the day it is about
 * @param roles the roles at the child's school that may open it
 * @param readers the people named one by one who may open it
 * @param reported whether it was handed in by somebody who can't read notes
 * @param writtenById who wrote it
 * @param writtenBy the name to print
 * @param writtenTitle the title at the school
 * @param writtenAt when
 * @param voidReason why it was voided; empty while it holds
 */
public record RestrictedNote(
    String id,
    StudentId student,
    String kind,
    LocalDate on,
    Set<HostRole> roles,
    List<Reader> readers,
    boolean reported,
    String writtenById,
    String writtenBy,
    String writtenTitle,
    Instant writtenAt,
    Optional<String> voidReason) {
  public RestrictedNote {
    roles = Set.copyOf(roles);
    readers = List.copyOf(readers);
  }

  /**
   * Somebody named who may open a note.
   *
   * @param staff the staff id
   * @param name the name to print
   */
  public record Reader(String staff, String name) {}

  /** Returns it with the people named. */
  public RestrictedNote with(List<Reader> named) {
    return new RestrictedNote(
        id,
        student,
        kind,
        on,
        roles,
        named,
        reported,
        writtenById,
        writtenBy,
        writtenTitle,
        writtenAt,
        voidReason);
  }
}
