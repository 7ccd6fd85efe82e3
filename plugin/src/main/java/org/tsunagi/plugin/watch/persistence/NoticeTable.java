// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;

/** Who was told of which finding, and the mail that says how many there are. */
@Component(service = NoticeTable.class)
public final class NoticeTable {
  /**
   * That a person was told of a finding.
   *
   * @param person the person
   * @param student the student
   * @param key the finding's key
   */
  public record Notice(String person, StudentId student, String key) {}

  /** Returns everything a school's people were told of in the keys' school year. */
  public Set<Notice> listTold(Connection connection, SchoolId school, Instant after) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT person_id, student_id, finding_key FROM watch_notice"
                + " WHERE school_id = ? AND told_at >= ?",
            row -> new Notice(row.getString(1), new StudentId(row.getString(2)), row.getString(3)),
            school.value(),
            after));
  }

  /** Notes that people were told. */
  public void add(Connection connection, SchoolId school, Collection<Notice> notices, Instant at) {
    Sql.batch(
        connection,
        "INSERT INTO watch_notice (school_id, person_id, student_id, finding_key, told_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        notices.stream()
            .map(
                one ->
                    new Object[] {
                      school.value(), one.person(), one.student().value(), one.key(), at
                    })
            .toList());
  }

  /** Notes that a person has seen the notices of a school; returns how many those were. */
  public int see(Connection connection, SchoolId school, String person, Instant at) {
    return Sql.update(
        connection,
        "UPDATE watch_notice SET seen_at = ?"
            + " WHERE school_id = ? AND person_id = ? AND seen_at IS NULL",
        at,
        school.value(),
        person);
  }

  /**
   * A person's address.
   *
   * @param address the address; empty where the person wants no mail
   * @param version 0 while none was ever set
   */
  public record Address(String address, int version) {}

  /** Returns a person's address. */
  public Address address(Connection connection, String person) {
    return Sql.list(
            connection,
            "SELECT address, version FROM watch_mail_address WHERE person_id = ?",
            row -> new Address(row.getString(1), row.getInt(2)),
            person)
        .stream()
        .findFirst()
        .orElse(new Address("", 0));
  }

  /**
   * Sets a person's address.
   *
   * @param basedOn the version that was seen
   * @return false where it is another one by now
   */
  public boolean setAddress(
      Connection connection, String person, String address, int basedOn, Instant at) {
    if (basedOn == 0 && address(connection, person).version() == 0) {
      Sql.update(
          connection,
          "INSERT INTO watch_mail_address (person_id, address, version, recorded_at)"
              + " VALUES (?, ?, 1, ?)",
          person,
          address,
          at);
      return true;
    }
    return Sql.update(
            connection,
            "UPDATE watch_mail_address SET address = ?, version = version + 1, recorded_at = ?"
                + " WHERE person_id = ? AND version = ?",
            address,
            at,
            person,
            basedOn)
        == 1;
  }

  /** Returns those of some people who want mail. */
  public Set<String> listWithAddress(Connection connection, Collection<String> people) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT a.person_id FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
                + " JOIN watch_mail_address a ON a.person_id = k.id WHERE a.address <> ''",
            row -> row.getString(1),
            Sql.array(connection, "varchar", people)));
  }

  /** Puts a mail into the post: a number of notices for a person. */
  public void queue(Connection connection, String person, int notices, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO watch_mail (mail_id, person_id, notices, state, attempt, next_try_at,"
            + " queued_at) VALUES (?, ?, ?, 'queued', 0, ?, ?)",
        UUID.randomUUID().toString(),
        person,
        notices,
        at,
        at);
  }

  /**
   * A mail that is due.
   *
   * @param id its id
   * @param address where to; empty where the person wants no mail any more
   * @param notices how many notices it tells of
   * @param attempt how often it was tried before
   */
  public record Mail(String id, String address, int notices, int attempt) {}

  /** Lists mail that is due, oldest first. */
  public List<Mail> listDue(Connection connection, Instant now, int most) {
    return Sql.list(
        connection,
        "SELECT m.mail_id, COALESCE(a.address, ''), m.notices, m.attempt FROM watch_mail m"
            + " LEFT JOIN watch_mail_address a ON a.person_id = m.person_id"
            + " WHERE m.state = 'queued' AND m.next_try_at <= ? ORDER BY m.queued_at"
            + " FETCH FIRST ? ROWS ONLY",
        row -> new Mail(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
        now,
        most);
  }

  /** Takes a mail for sending; false where another node has it. */
  public boolean claim(Connection connection, String mail) {
    return Sql.update(
            connection,
            "UPDATE watch_mail SET state = 'sending', attempt = attempt + 1"
                + " WHERE mail_id = ? AND state = 'queued'",
            mail)
        == 1;
  }

  /** Notes what became of a mail that was taken: {@code sent}, {@code dropped}, {@code failed}. */
  public void end(Connection connection, String mail, String state, Instant at) {
    Sql.update(
        connection,
        "UPDATE watch_mail SET state = ?, sent_at = ? WHERE mail_id = ? AND state = 'sending'",
        state,
        at,
        mail);
  }

  /** Puts a mail that the server did not take back, to be tried later. */
  public void putBack(Connection connection, String mail, Instant nextTry) {
    Sql.update(
        connection,
        "UPDATE watch_mail SET state = 'queued', next_try_at = ?"
            + " WHERE mail_id = ? AND state = 'sending'",
        nextTry,
        mail);
  }

  /** Returns the state of the newest mail to a person; empty where there is none. */
  public Optional<Sent> newest(Connection connection, String person) {
    return Sql.list(
            connection,
            "SELECT state, attempt, queued_at FROM watch_mail WHERE person_id = ?"
                + " ORDER BY queued_at DESC FETCH FIRST 1 ROWS ONLY",
            row ->
                new Sent(
                    row.getString(1),
                    row.getInt(2),
                    row.getObject(3, OffsetDateTime.class).toInstant()),
            person)
        .stream()
        .findFirst();
  }

  /**
   * What became of a mail.
   *
   * @param state {@code queued}, {@code sending}, {@code sent}, {@code dropped} or {@code failed}
   * @param attempt how often it was tried
   * @param queuedAt since when
   */
  public record Sent(String state, int attempt, Instant queuedAt) {}
}
