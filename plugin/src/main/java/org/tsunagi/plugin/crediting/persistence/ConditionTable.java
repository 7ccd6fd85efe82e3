// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.Consultation;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** What was found about conditions, and talks with the board. Rows are only added. */
@Component(service = ConditionTable.class)
public class ConditionTable {
  private static final Comparator<Consultation> NEWEST_FIRST =
      Comparator.comparing(Consultation::on).thenComparing(one -> one.noted().at()).reversed();

  private static final String ENTRIES =
      "SELECT c.application_id, c.condition_id, c.entry_no, c.list_id, c.list_version, c.met,"
          + " c.note, c.evidence_refs, c.confirmed_on, c.confirmed_by, c.confirmed_by_name,"
          + " c.confirmed_by_title, c.noted_at FROM crediting_condition c"
          + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = c.application_id";

  private static final String NEWEST =
      ENTRIES
          + " WHERE NOT EXISTS (SELECT 1 FROM crediting_condition n"
          + " WHERE n.school_id = c.school_id AND n.application_id = c.application_id"
          + " AND n.condition_id = c.condition_id AND n.entry_no > c.entry_no)";

  /** Entries in the columns of entries, then talks in the same columns; a talk has number 0. */
  private static final String NOTES =
      ENTRIES
          + " UNION ALL SELECT t.application_id, t.consultation_id, 0, t.partner, t.manner, false,"
          + " t.content, '', t.held_on, t.noted_by, t.noted_by_name, '', t.noted_at"
          + " FROM crediting_consultation t"
          + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = t.application_id"
          + " ORDER BY 13, 2";

  /**
   * What was found about conditions, and talks with the board, by application.
   *
   * @param entries every entry, in the order in which they were written
   * @param talks the talks, newest first
   */
  record Notes(Map<String, List<ConditionEntry>> entries, Map<String, List<Consultation>> talks) {}

  /** Reads all that was found and said of several applications. */
  static Notes notes(Connection connection, List<String> ids) {
    Notes notes = new Notes(new HashMap<>(), new HashMap<>());
    Array of = Arrays.of(connection, ids);
    Sql.list(
        connection,
        NOTES,
        row ->
            row.getInt(3) == 0
                ? notes
                    .talks()
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(talk(row))
                : notes
                    .entries()
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(entry(row)),
        of,
        of);
    notes.talks().values().forEach(all -> all.sort(NEWEST_FIRST));
    return notes;
  }

  /** Lists the newest entry of each condition, by application. */
  public Map<String, List<ConditionEntry>> listNewest(Connection connection, List<String> ids) {
    Map<String, List<ConditionEntry>> found = new HashMap<>();
    Sql.list(
        connection,
        NEWEST,
        row -> found.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(entry(row)),
        Arrays.of(connection, ids));
    return found;
  }

  /** Adds an entry. */
  public void add(Connection connection, CreditingApplication application, ConditionEntry entry) {
    Sql.update(
        connection,
        "INSERT INTO crediting_condition (school_id, application_id, condition_id, entry_no,"
            + " list_id, list_version, met, note, evidence_refs, confirmed_on, confirmed_by,"
            + " confirmed_by_name, confirmed_by_title, noted_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        application.school().value(),
        application.id(),
        entry.condition(),
        entry.entry(),
        entry.list(),
        entry.listVersion(),
        entry.met(),
        entry.note(),
        String.join("\n", entry.evidence()),
        entry.on(),
        entry.confirmed().by(),
        entry.confirmed().name(),
        entry.confirmed().title(),
        entry.confirmed().at());
  }

  /** Adds a talk with the board; its id is given here. */
  public String addTalk(
      Connection connection, CreditingApplication application, Consultation talk) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO crediting_consultation (school_id, consultation_id, application_id, held_on,"
            + " partner, manner, content, noted_by, noted_by_name, noted_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        application.school().value(),
        id,
        application.id(),
        talk.on(),
        talk.partner(),
        talk.manner(),
        talk.content(),
        talk.noted().by(),
        talk.noted().name(),
        talk.noted().at());
    return id;
  }

  private static Consultation talk(ResultSet row) throws SQLException {
    return new Consultation(
        row.getString(2),
        row.getObject(9, LocalDate.class),
        row.getString(4),
        row.getString(5),
        row.getString(7),
        new Signature(
            row.getString(10),
            row.getString(11),
            "",
            row.getObject(13, OffsetDateTime.class).toInstant()));
  }

  private static ConditionEntry entry(ResultSet row) throws SQLException {
    String evidence = row.getString(8);
    return new ConditionEntry(
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        row.getString(7),
        evidence.isEmpty() ? List.of() : List.of(evidence.split("\n")),
        row.getObject(9, LocalDate.class),
        new Signature(
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getObject(13, OffsetDateTime.class).toInstant()));
  }
}
