// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.domain.Disclosure;
import org.tsunagi.plugin.consent.domain.Disclosure.Ground;
import org.tsunagi.plugin.consent.domain.Disclosure.Receipt;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** The ledger of disclosures. */
@Component(service = DisclosureTable.class)
public class DisclosureTable {
  private static final String COLUMNS =
      "SELECT disclosure_id, student_id, consent_id, ground, ground_event, rule_id, recipient_kind,"
          + " recipient_id, recipient_name, scope, content_hash, manner, reviewed_with, handed_on,"
          + " disclosed_by, disclosed_by_name, disclosed_by_title, disclosed_at, version,"
          + " received_on, received_by, meeting_on, no_meeting_reason FROM disclosure"
          + " WHERE school_id = ?";

  /** Lists a student's lines at a school, newest first. */
  public List<Disclosure> list(Connection connection, SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        COLUMNS + " AND student_id = ? ORDER BY disclosed_at DESC, disclosure_id",
        row -> row(row, school),
        school.value(),
        student.value());
  }

  /** Lists all lines of a school, newest first. */
  public List<Disclosure> list(Connection connection, SchoolId school) {
    return Sql.list(
        connection,
        COLUMNS + " ORDER BY disclosed_at DESC, disclosure_id",
        row -> row(row, school),
        school.value());
  }

  /** Finds a line. */
  public Optional<Disclosure> find(
      Connection connection, SchoolId school, StudentId student, String id) {
    return Sql.find(
        connection,
        COLUMNS + " AND student_id = ? AND disclosure_id = ?",
        row -> row(row, school),
        school.value(),
        student.value(),
        id);
  }

  /** Adds a line. */
  public void add(Connection connection, Disclosure one) {
    Sql.update(
        connection,
        "INSERT INTO disclosure (school_id, disclosure_id, student_id, consent_id, ground,"
            + " ground_event, rule_id, recipient_kind, recipient_id, recipient_name, scope,"
            + " content_hash, manner, reviewed_with, handed_on, disclosed_by, disclosed_by_name,"
            + " disclosed_by_title, disclosed_at, version, received_by, no_meeting_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '')",
        one.school().value(),
        one.id(),
        one.student().value(),
        one.consent(),
        one.ground().code(),
        one.ground().event(),
        one.ground().rule(),
        one.recipient().kind(),
        one.recipient().id(),
        one.recipient().name(),
        ConsentTable.groups(one.scope()),
        one.hash(),
        one.manner(),
        one.reviewedWith(),
        one.handedOn(),
        one.by().id(),
        one.by().name(),
        one.by().title(),
        one.by().at());
  }

  /**
   * Writes down the arrival.
   *
   * @return whether it was based on the newest version
   */
  public boolean receive(Connection connection, Disclosure one, Receipt receipt) {
    return Sql.update(
            connection,
            "UPDATE disclosure SET version = ?, received_on = ?, received_by = ?, meeting_on = ?,"
                + " no_meeting_reason = ?"
                + " WHERE school_id = ? AND disclosure_id = ? AND version = ?",
            receipt.version() + 1,
            receipt.receivedOn(),
            receipt.receivedBy(),
            receipt.meetingOn(),
            receipt.noMeetingReason(),
            one.school().value(),
            one.id(),
            receipt.version())
        == 1;
  }

  private static Disclosure row(ResultSet row, SchoolId school) throws SQLException {
    return new Disclosure(
        row.getString(1),
        school,
        new StudentId(row.getString(2)),
        row.getString(3),
        new Ground(row.getString(4).equals("law"), row.getInt(5), row.getString(6)),
        new Recipient(row.getString(7), row.getString(8), row.getString(9), ""),
        ItemGroup.list(ConsentTable.words(row.getString(10))),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getObject(14, LocalDate.class),
        ConsentTable.signed(row, 15),
        new Receipt(
            row.getInt(19),
            Optional.ofNullable(row.getObject(20, LocalDate.class)),
            row.getString(21),
            Optional.ofNullable(row.getObject(22, LocalDate.class)),
            row.getString(23)));
  }
}
