// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.watch.domain.BullyingAnswer;
import org.tsunagi.plugin.watch.domain.Contact;
import org.tsunagi.plugin.watch.domain.ContactNote;
import org.tsunagi.plugin.watch.domain.RollingWindow;
import org.tsunagi.plugin.watch.domain.SettingVersion;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.domain.WatchSettings.InRun;
import org.tsunagi.plugin.watch.domain.WatchTask;
import org.tsunagi.plugin.watch.persistence.NoteTable;
import org.tsunagi.plugin.watch.persistence.NoticeTable;
import org.tsunagi.plugin.watch.persistence.NoticeTable.Notice;
import org.tsunagi.plugin.watch.persistence.SettingTable;
import org.tsunagi.plugin.watch.persistence.TaskTable;
import org.tsunagi.testing.TestDatabases;

/** What people do about what was noticed, on both databases. */
class WatchTablesTest {
  private static final SchoolId ONE = new SchoolId("S1");
  private static final SchoolId TWO = new SchoolId("S2");
  private static final StudentId CHILD = new StudentId("c1");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  private static WatchSettings first(int days) {
    return new WatchSettings(
        days,
        20,
        30,
        true,
        InRun.NEUTRAL,
        InRun.NEUTRAL,
        false,
        List.of(new RollingWindow(5, 20)),
        50,
        0,
        0,
        0,
        0,
        2);
  }

  private static SettingVersion version(
      String scope, String target, int version, LocalDate firstOn, int days, SchoolId... schools) {
    return new SettingVersion(
        scope,
        target,
        version,
        "区",
        firstOn,
        SettingsPart.of(first(days)),
        List.of(schools),
        "b",
        "教委",
        NOW);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theNearestSettingHoldsFromItsFirstDay(TestDatabases.Named database) {
    PlainTransactions transactions = new PlainTransactions(database.dataSource());
    SettingTable table = new SettingTable();
    transactions.runSql(
        c -> {
          assertEquals(WatchSettings.DEFAULT, table.inForce(c, ONE, DAY).settings());
          table.add(c, version("board", "", 1, DAY.minusDays(9), 4));
          table.add(c, version("district", "d1", 1, DAY.minusDays(5), 5, ONE));
          table.add(c, version("district", "d1", 2, DAY, 6, ONE, TWO));
          assertEquals(first(4), table.inForce(c, ONE, DAY.minusDays(6)).settings());
          assertEquals(first(5), table.inForce(c, ONE, DAY.minusDays(1)).settings());
          assertEquals(first(4), table.inForce(c, TWO, DAY.minusDays(1)).settings());
          assertEquals(first(6), table.inForce(c, TWO, DAY).settings());
          table.add(c, version("district", "d1", 3, DAY, 7, ONE));
          assertEquals("board", table.inForce(c, TWO, DAY).scope());
          table.add(c, version("school", "S1", 1, DAY, 8));
          assertEquals(first(8), table.inForce(c, ONE, DAY).settings());
          assertEquals("school", table.inForce(c, ONE, DAY).scope());
          assertEquals(List.of(ONE, TWO), table.list(c).get(2).schools());
          return true;
        });
    assertThrows(
        SqlException.class,
        () ->
            transactions.runSql(
                c -> {
                  table.add(c, version("school", "S1", 1, DAY, 9));
                  return true;
                }));
  }

  private static WatchTask task(int version, Optional<LocalDate> doneOn) {
    return new WatchTask(
        "t1",
        version,
        CHILD,
        "CONSECUTIVE_3@2026-11-16",
        DAY,
        "電話する",
        "p1",
        "森下",
        "養護教諭",
        DAY,
        doneOn,
        "p1",
        "森下",
        NOW);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void oneOfTwoWhoTakeAFindingAtOnceIsToldAndHistoryStays(TestDatabases.Named database) {
    PlainTransactions transactions = new PlainTransactions(database.dataSource());
    TaskTable table = new TaskTable();
    transactions.runSql(
        c -> {
          table.add(c, ONE, task(1, Optional.empty()));
          return true;
        });
    SqlException second =
        assertThrows(
            SqlException.class,
            () ->
                transactions.runSql(
                    c -> {
                      table.add(c, ONE, task(1, Optional.empty()));
                      return true;
                    }));
    assertTrue(second.duplicate());
    transactions.runSql(
        c -> {
          table.add(c, ONE, task(2, Optional.of(DAY)));
          assertEquals(List.of(task(2, Optional.of(DAY))), table.list(c, ONE));
          assertEquals(2, table.listVersions(c, ONE, "t1").size());
          assertEquals(List.of(), table.list(c, TWO));
          return true;
        });
  }

  private static ContactNote contact(String id, LocalDate on, String how, boolean safe) {
    return new ContactNote(
        id, CHILD, on, how, false, safe, "", "", "", "p1", "森下", "養護教諭", NOW, Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void notesOfAStudentComeInOneReadWithoutVoidedTriesAndReports(TestDatabases.Named database) {
    PlainTransactions transactions = new PlainTransactions(database.dataSource());
    NoteTable notes = new NoteTable();
    NoticeTable notices = new NoticeTable();
    transactions.runSql(
        c -> {
          notes.addContact(c, ONE, contact("k2", DAY, "visit", false));
          notes.addContact(c, ONE, contact("k1", DAY.minusDays(1), "phone", true));
          notes.addContact(c, ONE, contact("k3", DAY, "phone", false));
          notes.addContact(c, ONE, contact("k4", DAY, "police", false));
          assertTrue(notes.voidContact(c, ONE, CHILD, "k3", "p1", "まちがい", NOW));
          assertFalse(notes.voidContact(c, ONE, CHILD, "k3", "p1", "まちがい", NOW));
          for (String outcome : List.of("asking", "resting")) {
            int later = outcome.equals("asking") ? 0 : 1;
            notes.addAnswer(
                c,
                ONE,
                new BullyingAnswer(
                    outcome, CHILD, DAY, outcome, "", "p1", "森下", "", NOW.plusSeconds(later)));
          }
          notes.putLastYear(c, ONE, 2025, List.of(new NoteTable.LastYear(CHILD, 12, 20)));
          notes.putLastYear(c, ONE, 2025, List.of(new NoteTable.LastYear(CHILD, 13, 20)));
          notices.add(c, ONE, List.of(new Notice("p1", CHILD, "K@1")), NOW);
          NoteTable.Notes all = notes.load(c, ONE, SchoolYear.of(DAY), "p1");
          assertEquals(
              List.of(new Contact(DAY.minusDays(1), true), new Contact(DAY, false)),
              all.contacts().get(CHILD));
          assertEquals("resting", all.answers().get(CHILD));
          assertEquals(13, all.lastYear().get(CHILD)[0]);
          assertEquals(Set.of("K@1"), all.told().get(CHILD));
          assertEquals(1, notices.see(c, ONE, "p1", NOW));
          assertEquals(0, notices.see(c, ONE, "p1", NOW));
          assertEquals(4, notes.listContacts(c, ONE, CHILD).size());
          assertEquals(2, notes.listAnswers(c, ONE, CHILD).size());
          assertTrue(notes.load(c, ONE, SchoolYear.of(DAY), "p1").told().isEmpty());
          assertTrue(notes.load(c, TWO, SchoolYear.of(DAY), "p1").contacts().isEmpty());
          assertEquals(
              Set.of(new Notice("p1", CHILD, "K@1")),
              notices.listTold(c, ONE, NOW.minusSeconds(1)));
          return true;
        });
  }
}
