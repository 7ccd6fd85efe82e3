// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.restrictednote.domain.RestrictedNote;

/**
 * The restricted notes of a school.
 *
 * @param connection the connection of the command
 */
public record RestrictedNotes(Connection connection) {
  /** Lists the notes of a child without content, the newest first, in two statements. */
  public List<RestrictedNote> list(SchoolId school, StudentId student) {
    Map<String, List<RestrictedNote.Reader>> readers = new HashMap<>();
    Sql.each(
        connection,
        "SELECT r.note_id, r.staff_id, r.staff_name FROM restricted_note_reader r"
            + " JOIN restricted_note n ON n.school_id = r.school_id AND n.note_id = r.note_id"
            + " WHERE r.school_id = ? AND n.student_id = ? ORDER BY r.staff_name, r.staff_id",
        row ->
            readers
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(new RestrictedNote.Reader(row.getString(2), row.getString(3))),
        school.value(),
        student.value());
    return Sql.list(
        connection,
        "SELECT note_id, student_id, kind, noted_on, roles, reported, written_by, written_by_name,"
            + " written_by_title, written_at, void_reason FROM restricted_note"
            + " WHERE school_id = ? AND student_id = ?"
            + " ORDER BY noted_on DESC, written_at DESC, note_id",
        row -> read(row, readers),
        school.value(),
        student.value());
  }

  /** Reads the content of a note that is being opened. */
  public Optional<String> findContent(SchoolId school, StudentId student, String id) {
    return Sql.list(
            connection,
            "SELECT content FROM restricted_note"
                + " WHERE school_id = ? AND student_id = ? AND note_id = ?",
            row -> row.getString(1),
            school.value(),
            student.value(),
            id)
        .stream()
        .findFirst();
  }

  /** Adds a note. */
  public void add(SchoolId school, RestrictedNote note, String content) {
    Sql.update(
        connection,
        "INSERT INTO restricted_note (school_id, note_id, student_id, kind, noted_on, roles,"
            + " content, reported, written_by, written_by_name, written_by_title, written_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        note.id(),
        note.student().value(),
        note.kind(),
        note.on(),
        note.roles().stream().map(HostRole::code).sorted().collect(Collectors.joining(" ")),
        content,
        note.reported(),
        note.writtenById(),
        note.writtenBy(),
        note.writtenTitle(),
        note.writtenAt());
    Sql.batch(
        connection,
        "INSERT INTO restricted_note_reader (school_id, note_id, staff_id, staff_name)"
            + " VALUES (?, ?, ?, ?)",
        note.readers().stream()
            .map(one -> new @Nullable Object[] {school.value(), note.id(), one.staff(), one.name()})
            .toList());
  }

  /** Voids a note; tells whether it was there and held. */
  public boolean voidNote(
      SchoolId school, StudentId student, String id, Actor actor, String reason, Instant now) {
    return Sql.update(
            connection,
            "UPDATE restricted_note SET voided_by = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND student_id = ? AND note_id = ? AND voided_at IS NULL",
            actor.id(),
            now,
            reason,
            school.value(),
            student.value(),
            id)
        == 1;
  }

  private static RestrictedNote read(
      ResultSet row, Map<String, List<RestrictedNote.Reader>> readers) throws SQLException {
    return new RestrictedNote(
        row.getString(1),
        new StudentId(row.getString(2)),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        roles(row.getString(5)),
        readers.getOrDefault(row.getString(1), List.of()),
        row.getBoolean(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(11)));
  }

  private static Set<HostRole> roles(String codes) {
    return List.of(codes.split(" ")).stream()
        .flatMap(code -> HostRole.find(code).stream())
        .collect(Collectors.toSet());
  }
}
