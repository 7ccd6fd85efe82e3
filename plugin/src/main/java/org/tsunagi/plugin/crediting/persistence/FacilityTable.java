// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** The table of facilities with the notes of their assessment. */
@Component(service = FacilityTable.class)
public class FacilityTable {
  private static final SecureRandom STAMPS = new SecureRandom();
  static final String FIELDS =
      "f.facility_id, f.kind, f.prefecture, f.municipality, f.name, f.public_body, f.residential,"
          + " f.counselling, f.address, f.phone, f.contact, f.secrecy_confirmed,"
          + " f.secrecy_confirmed_on, f.version, f.changed_by, f.changed_by_name, f.changed_at,"
          + " f.void_reason";

  /** How many columns a facility has in a row. */
  static final int WIDTH = 18;

  private static final String COLUMNS = "SELECT " + FIELDS + " FROM facility f";

  /**
   * A facility as it is kept.
   *
   * @param entry what it says
   * @param version how often it was written
   * @param changed who wrote it last
   * @param voidReason why it is not used any more; empty while it is
   */
  public record Kept(FacilityEntry entry, int version, Signature changed, String voidReason) {}

  /**
   * A note at an item of 別添3.
   *
   * @param item the item's id
   * @param entry its number within the item
   * @param note the note
   * @param noted who noted it
   */
  public record Note(String item, int entry, String note, Signature noted) {}

  /** Lists the facilities, those of no more use included, by kind and name. */
  public List<Kept> list(Connection connection) {
    return Sql.list(
        connection, COLUMNS + " ORDER BY f.kind, f.name, f.facility_id", row -> row(row, 0));
  }

  /** Finds a facility. */
  public Optional<Kept> find(Connection connection, String id) {
    return Sql.find(connection, COLUMNS + " WHERE f.facility_id = ?", row -> row(row, 0), id);
  }

  /** Writes a facility, as version 1 or in place of the version before. */
  public void save(Connection connection, FacilityEntry entry, int before, Signature by) {
    Object[] values = {
      entry.place().name(),
      entry.place().kind(),
      entry.place().prefecture(),
      entry.place().municipality(),
      entry.publicBody(),
      entry.residential(),
      entry.counselling(),
      entry.address(),
      entry.phone(),
      entry.contact(),
      entry.secrecyConfirmed(),
      entry.secrecyConfirmedOn(),
      before + 1,
      by.by(),
      by.name(),
      by.at(),
      entry.place().id()
    };
    Sql.update(
        connection,
        before == 0
            ? "INSERT INTO facility (name, kind, prefecture, municipality, public_body,"
                + " residential, counselling, address, phone, contact, secrecy_confirmed,"
                + " secrecy_confirmed_on, version, changed_by, changed_by_name, changed_at,"
                + " facility_id, void_reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
            : "UPDATE facility SET name = ?, kind = ?, prefecture = ?, municipality = ?,"
                + " public_body = ?, residential = ?, counselling = ?, address = ?, phone = ?,"
                + " contact = ?, secrecy_confirmed = ?, secrecy_confirmed_on = ?, version = ?,"
                + " changed_by = ?, changed_by_name = ?, changed_at = ? WHERE facility_id = ?",
        values);
    touch(connection);
  }

  /** Says that a facility is not used any more; its name stays for what it was used for. */
  public void voidFacility(Connection connection, String id, String reason, Signature by) {
    Sql.update(
        connection,
        "UPDATE facility SET voided_at = ?, void_reason = ?, version = version + 1, changed_by = ?,"
            + " changed_by_name = ?, changed_at = ? WHERE facility_id = ?",
        by.at(),
        reason,
        by.by(),
        by.name(),
        by.at(),
        id);
    touch(connection);
  }

  /** Lists the newest note of each item of a facility. */
  public List<Note> listNotes(Connection connection, String facility) {
    return Sql.list(
        connection,
        "SELECT a.item_id, a.note_no, a.note, a.noted_by, a.noted_by_name, a.noted_at"
            + " FROM facility_assessment a WHERE a.facility_id = ? AND NOT EXISTS"
            + " (SELECT 1 FROM facility_assessment n WHERE n.facility_id = a.facility_id"
            + " AND n.item_id = a.item_id AND n.note_no > a.note_no)",
        row ->
            new Note(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                new Signature(
                    row.getString(4),
                    row.getString(5),
                    "",
                    row.getObject(6, OffsetDateTime.class).toInstant())),
        facility);
  }

  /** Adds a note. */
  public void addNote(Connection connection, String facility, Note note) {
    Sql.update(
        connection,
        "INSERT INTO facility_assessment (facility_id, item_id, note_no, note, noted_by,"
            + " noted_by_name, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        facility,
        note.item(),
        note.entry(),
        note.note(),
        note.noted().by(),
        note.noted().name(),
        note.noted().at());
  }

  /**
   * A value that no earlier change had, so that a change that was rolled back is never mistaken.
   */
  private static void touch(Connection connection) {
    Sql.update(
        connection,
        "UPDATE change_count SET changes = ? WHERE name = 'facility'",
        STAMPS.nextLong(1, Long.MAX_VALUE));
  }

  /** Reads a facility from the columns after a number of others. */
  static Kept row(ResultSet row, int at) throws SQLException {
    return new Kept(
        new FacilityEntry(
            new Facility(
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getString(at + 4),
                row.getString(at + 5)),
            row.getBoolean(at + 6),
            row.getBoolean(at + 7),
            row.getBoolean(at + 8),
            row.getString(at + 9),
            row.getString(at + 10),
            row.getString(at + 11),
            row.getBoolean(at + 12),
            Optional.ofNullable(row.getObject(at + 13, LocalDate.class))),
        row.getInt(at + 14),
        new Signature(
            row.getString(at + 15),
            row.getString(at + 16),
            "",
            row.getObject(at + 17, OffsetDateTime.class).toInstant()),
        row.getString(at + 18));
  }
}
