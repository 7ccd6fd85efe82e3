// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.ConsentEvent;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Signed;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** The tables of consents, of what happened to them, and of what was shown. */
@Component(service = ConsentTable.class)
public class ConsentTable {
  private static final String CONSENTS =
      "SELECT consent_id, student_id, purpose, recipient_kind, recipient_id, recipient_name,"
          + " recipient_body, scope, scope_note, asked_by, asked_by_name, asked_by_title, asked_at"
          + " FROM consent WHERE school_id = ?";
  private static final String EVENTS =
      "SELECT consent_id, event_no, kind, on_day, items, note, facts, content_hash, recorded_by,"
          + " recorded_by_name, recorded_by_title, recorded_at FROM consent_event"
          + " WHERE school_id = ?";
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<SharedPart>> PARTS = new TypeReference<>() {};

  /** Lists a student's consents at a school, the newest first, in two statements. */
  public List<Consent> list(Connection connection, SchoolId school, StudentId student) {
    Map<String, List<ConsentEvent>> events =
        events(connection, " AND student_id = ? ORDER BY event_no", school, student.value());
    return Sql.list(
        connection,
        CONSENTS + " AND student_id = ? ORDER BY asked_at DESC, consent_id",
        row -> row(row, school, events),
        school.value(),
        student.value());
  }

  /** Lists all consents of a school, the oldest first, in two statements. */
  public List<Consent> list(Connection connection, SchoolId school) {
    Map<String, List<ConsentEvent>> events =
        events(connection, " ORDER BY consent_id, event_no", school);
    return Sql.list(
        connection,
        CONSENTS + " ORDER BY asked_at, consent_id",
        row -> row(row, school, events),
        school.value());
  }

  /** Finds a consent of a student and holds it against other writers until the command ends. */
  public Optional<Consent> hold(
      Connection connection, SchoolId school, StudentId student, String id) {
    Sql.list(
        connection,
        "SELECT version FROM consent WHERE school_id = ? AND consent_id = ? FOR UPDATE",
        row -> row.getInt(1),
        school.value(),
        id);
    return find(connection, school, student, id);
  }

  /** Finds a consent of a student. */
  public Optional<Consent> find(
      Connection connection, SchoolId school, StudentId student, String id) {
    Map<String, List<ConsentEvent>> events =
        events(connection, " AND consent_id = ? ORDER BY event_no", school, id);
    return Sql.find(
        connection,
        CONSENTS + " AND student_id = ? AND consent_id = ?",
        row -> row(row, school, events),
        school.value(),
        student.value(),
        id);
  }

  /** Adds a consent that is asked for. */
  public void add(Connection connection, Consent one) {
    Sql.update(
        connection,
        "INSERT INTO consent (school_id, consent_id, student_id, purpose, recipient_kind,"
            + " recipient_id, recipient_name, recipient_body, scope, scope_note, version, asked_by,"
            + " asked_by_name, asked_by_title, asked_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
        one.school().value(),
        one.id(),
        one.student().value(),
        one.purpose().code(),
        one.recipient().kind(),
        one.recipient().id(),
        one.recipient().name(),
        one.recipient().body(),
        groups(one.scope()),
        one.scopeNote(),
        one.asked().id(),
        one.asked().name(),
        one.asked().title(),
        one.asked().at());
  }

  /** Adds what happened to a consent that is held. */
  public void addEvent(Connection connection, Consent one, ConsentEvent event) {
    Sql.update(
        connection,
        "INSERT INTO consent_event (school_id, consent_id, event_no, student_id, kind, on_day,"
            + " items, note, facts, content_hash, recorded_by, recorded_by_name,"
            + " recorded_by_title, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.school().value(),
        one.id(),
        event.number(),
        one.student().value(),
        event.kind().name().toLowerCase(Locale.ROOT),
        event.on(),
        String.join(" ", event.items()),
        event.note(),
        json(event.facts()),
        event.hash(),
        event.by().id(),
        event.by().name(),
        event.by().title(),
        event.by().at());
    Sql.update(
        connection,
        "UPDATE consent SET version = ? WHERE school_id = ? AND consent_id = ?",
        event.number(),
        one.school().value(),
        one.id());
  }

  /** Keeps a content under its hash, once. */
  public void keepContent(
      Connection connection, Consent one, String hash, List<SharedPart> parts, Signed by) {
    if (findContent(connection, one.school(), one.student(), hash).isEmpty()) {
      Sql.update(
          connection,
          "INSERT INTO consent_content (school_id, student_id, content_hash, content, kept_at)"
              + " VALUES (?, ?, ?, ?, ?)",
          one.school().value(),
          one.student().value(),
          hash,
          json(parts),
          by.at());
    }
  }

  /** Finds a content by its hash. */
  public Optional<List<SharedPart>> findContent(
      Connection connection, SchoolId school, StudentId student, String hash) {
    return Sql.find(
        connection,
        "SELECT content FROM consent_content"
            + " WHERE school_id = ? AND student_id = ? AND content_hash = ?",
        row -> read(row.getString(1), PARTS),
        school.value(),
        student.value(),
        hash);
  }

  private static Map<String, List<ConsentEvent>> events(
      Connection connection, String which, SchoolId school, String... values) {
    Map<String, List<ConsentEvent>> events = new HashMap<>();
    List<Object> bound = new ArrayList<>(List.of(school.value()));
    bound.addAll(List.of(values));
    Sql.list(
        connection,
        EVENTS + which,
        row -> events.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(event(row)),
        bound.toArray());
    return events;
  }

  private static ConsentEvent event(ResultSet row) throws SQLException {
    return new ConsentEvent(
        row.getInt(2),
        Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getObject(4, LocalDate.class),
        words(row.getString(5)),
        row.getString(6),
        read(row.getString(7), FACTS),
        row.getString(8),
        signed(row, 9));
  }

  private static Consent row(ResultSet row, SchoolId school, Map<String, List<ConsentEvent>> events)
      throws SQLException {
    return new Consent(
        row.getString(1),
        school,
        new StudentId(row.getString(2)),
        Purpose.find(row.getString(3)).orElseThrow(),
        new Recipient(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
        ItemGroup.list(words(row.getString(8))),
        row.getString(9),
        signed(row, 10),
        events.getOrDefault(row.getString(1), List.of()));
  }

  static Signed signed(ResultSet row, int first) throws SQLException {
    return new Signed(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getObject(first + 3, OffsetDateTime.class).toInstant());
  }

  static String groups(List<ItemGroup> scope) {
    return String.join(" ", scope.stream().map(ItemGroup::text).toList());
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a consent can't be written", e);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a stored consent can't be read", e);
    }
  }
}
