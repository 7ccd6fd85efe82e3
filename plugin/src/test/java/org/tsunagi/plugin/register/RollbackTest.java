// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.crediting.DecisionService;
import org.tsunagi.plugin.exemption.AcceptanceService;
import org.tsunagi.plugin.guidancerecord.ClosingService;
import org.tsunagi.plugin.supportsheet.SheetLifeService;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/**
 * A connection that breaks after any statement of a change, the commit included, leaves every table
 * as it was; a change that is done has its one row in the audit chain.
 */
class RollbackTest {
  private static final int MOST = 500;
  private static final String AUDIT = "audit_row";

  /**
   * A change.
   *
   * @param action its action in the audit chain
   * @param table a table that it writes
   * @param work the change
   */
  private record Change(String action, String table, GuardedCalls.Work work) {}

  private static List<Change> changes() {
    return List.of(
        new Change(
            "crediting.decide",
            "crediting_decision",
            (s, who, at) ->
                s.get(DecisionService.class)
                    .decide(who, at.application(), GuardedPlace.refusal(1))),
        new Change(
            "acceptance.decide",
            "acceptance",
            (s, who, at) ->
                s.get(AcceptanceService.class)
                    .decide(who, at.student(), GuardedPlace.word(GuardedPlace.DAY.plusDays(5)))),
        new Change(
            "sheet.save",
            "sheet_version",
            (s, who, at) ->
                s.get(SheetService.class)
                    .save(
                        who,
                        at.student(),
                        GuardedFile.DRAFT,
                        1,
                        GuardedFile.text("remarks", "別の備考"))),
        new Change(
            "sheet.save",
            "sheet",
            (s, who, at) ->
                s.get(SheetService.class)
                    .save(
                        who,
                        at.student(),
                        SheetKey.meeting("k1"),
                        0,
                        GuardedFile.text("recorderName", "辻"))),
        new Change(
            "sheet.approve",
            "sheet_event",
            (s, who, at) ->
                s.get(SheetLifeService.class)
                    .step(who, at.student(), GuardedFile.REVIEW, Step.APPROVE, 1, "")),
        new Change(
            "closure.add",
            "closure",
            (s, who, at) ->
                s.get(ClosureService.class)
                    .add(
                        who,
                        GuardedPlace.closure(at.school(), at.homeroom(), GuardedPlace.DAY),
                        false)),
        new Change(
            "record.close",
            "record_closing",
            (s, who, at) ->
                s.get(ClosingService.class).close(who, at.school(), 2026, "", "返事を待っています。")));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aBreakAfterAnyStatementLeavesNothingAndADoneChangeIsInTheChain(TestDatabases.Named database)
      throws Exception {
    FailingSource failing = new FailingSource(database.dataSource());
    RightsGround ground =
        new RightsGround(new TestDatabases.Named(database.dialect(), failing.source()));
    GuardedPlace place = GuardedPlace.lay(ground, "own class", RightsGround.OWN, "own-1", "A", "");
    take(ground);
    for (Change change : changes()) {
      Map<String, List<String>> before = rows(database.dataSource());
      int breaks = breakEverywhere(failing, ground, place, change, database.dataSource(), before);
      assertTrue(breaks > 3, change.action() + " broke " + breaks + " times");
      whole(change, before, rows(database.dataSource()));
    }
  }

  /** Checks that a change is there, and once in the audit chain. */
  private static void whole(
      Change change, Map<String, List<String>> before, Map<String, List<String>> after) {
    assertNotEquals(before.get(change.table()), after.get(change.table()), change.action());
    List<String> told = new ArrayList<>(after.get(AUDIT));
    told.removeAll(before.get(AUDIT));
    assertEquals(1, told.size(), change.action());
    assertTrue(told.get(0).contains("|" + change.action() + "|"), told.get(0));
  }

  /** Tries until nothing breaks any more; returns how often it broke. */
  private static int breakEverywhere(
      FailingSource failing,
      RightsGround ground,
      GuardedPlace place,
      Change change,
      DataSource database,
      Map<String, List<String>> before)
      throws Exception {
    Actor principal = RightsGround.principal(RightsGround.OWN);
    for (int statements = 1; statements < MOST; statements++) {
      String where = change.action() + " after statement " + statements;
      failing.breakAfter(statements);
      boolean done = attempt(change, ground, principal, place, failing);
      if (!failing.mend()) {
        assertTrue(done, where + " went wrong by itself");
        return statements - 1;
      }
      assertFalse(done, where + " went on as if nothing were");
      Map<String, List<String>> left = rows(database);
      if (!left.equals(before)) {
        // The change was committed before; what broke only read it again, for the answer.
        whole(change, before, left);
        return statements - 1;
      }
    }
    throw new AssertionError(change.action() + " never ends");
  }

  private static boolean attempt(
      Change change, RightsGround ground, Actor who, GuardedPlace place, FailingSource failing)
      throws Exception {
    try {
      change.work().run(ground.open, who, place);
      return true;
    } catch (Exception | AssertionError broke) {
      if (!failing.mend()) {
        throw broke;
      }
      return false;
    }
  }

  /** Takes the register of every day, so that the year can be closed. */
  private static void take(RightsGround ground) {
    for (String room : List.of("own-1", "own-2", "own-3", "own-4")) {
      for (LocalDate day = LocalDate.of(2026, 11, 2);
          !day.isAfter(RightsGround.TODAY);
          day = day.plusDays(1)) {
        ground.host.book.setTaken(
            new HomeroomId(room), day, true, new MarkChange.Author("t1", "先生", "教諭"));
      }
    }
  }

  /** Reads every row of every table. */
  private static Map<String, List<String>> rows(DataSource database) throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection connection = database.getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          connection
              .getMetaData()
              .getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (found.next()) {
          if (found.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
            tables.add(found.getString("TABLE_NAME"));
          }
        }
      }
      for (String table : tables) {
        all.put(table.toLowerCase(java.util.Locale.ROOT), rows(connection, table));
      }
    }
    return all;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      while (found.next()) {
        StringBuilder row = new StringBuilder("|");
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(found.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
