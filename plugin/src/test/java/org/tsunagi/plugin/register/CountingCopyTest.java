// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.CopyDifference;
import org.tsunagi.plugin.register.persistence.CalendarCopy;
import org.tsunagi.plugin.register.persistence.CopyComparison;
import org.tsunagi.plugin.register.persistence.CopyRebuild;
import org.tsunagi.plugin.register.persistence.HostFacts;
import org.tsunagi.plugin.register.persistence.MarkCopy;
import org.tsunagi.plugin.register.persistence.RosterCopy;
import org.tsunagi.testing.TestDatabases;

class CountingCopyTest {
  private static final SchoolYear YEAR = new SchoolYear(2026);
  private static final MarkChange.Author AUTHOR = new MarkChange.Author("t1", "先生", "教諭");

  private static MemoryHost host(BoundTransactions transactions) {
    return new MemoryHost(
        new RosterCopy(transactions), new CalendarCopy(transactions), new MarkCopy(transactions));
  }

  private static CopyDifference compare(BoundTransactions transactions, MemoryHost host) {
    HostFacts facts = HostFacts.around(YEAR, host, host.calendar, host.book);
    return transactions.runSql(connection -> new CopyComparison(connection, facts).run());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void copyEqualsHostAfterRandomChanges(TestDatabases.Named database) {
    BoundTransactions transactions = new BoundTransactions(database.dataSource());
    MemoryHost host = host(transactions);
    RandomSchool school = new RandomSchool(host, new Random(20261105));
    for (int round = 0; round < 60; round++) {
      school.change();
      if (round % 10 == 9) {
        assertEquals(0, compare(transactions, host).differences(), "round " + round);
      }
    }
    CopyDifference end = compare(transactions, host);
    assertEquals(end.hostRows(), end.copyRows());
    assertTrue(end.hostRows() > 300, "the random school is too small to prove anything");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void comparisonFindsEveryDamageAndRebuildMendsIt(TestDatabases.Named database) {
    BoundTransactions transactions = new BoundTransactions(database.dataSource());
    MemoryHost host = host(transactions);
    RandomSchool school = new RandomSchool(host, new Random(7));
    for (int round = 0; round < 30; round++) {
      school.change();
    }
    long rows = compare(transactions, host).hostRows();
    for (String damage :
        List.of(
            "UPDATE count_mark SET flags = 15 - flags"
                + " WHERE epoch_day = (SELECT MIN(epoch_day) FROM count_mark)",
            "DELETE FROM count_taken WHERE epoch_day = (SELECT MIN(epoch_day) FROM count_taken)",
            "UPDATE count_plan SET school_day = NOT school_day"
                + " WHERE epoch_day = (SELECT MIN(epoch_day) FROM count_plan)",
            "UPDATE count_stay SET last_day = first_day"
                + " WHERE stay_id = (SELECT MIN(stay_id) FROM count_stay)",
            "UPDATE count_mark SET school_no = 999"
                + " WHERE epoch_day = (SELECT MAX(epoch_day) FROM count_mark)")) {
      transactions.runSql(
          connection -> {
            try (var statement = connection.createStatement()) {
              assertTrue(statement.executeUpdate(damage) > 0, damage);
            } catch (java.sql.SQLException e) {
              throw new AssertionError(damage, e);
            }
            return true;
          });
      assertTrue(compare(transactions, host).differences() > 0, damage);
      HostFacts facts = HostFacts.around(YEAR, host, host.calendar, host.book);
      long rebuilt = transactions.runSql(connection -> new CopyRebuild(connection, facts).run());
      assertEquals(rows, rebuilt);
      assertEquals(0, compare(transactions, host).differences(), "after " + damage);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void batchOfMarksNeedsTheSameFewStatementsWhateverItsSize(TestDatabases.Named database) {
    BoundTransactions transactions = new BoundTransactions(database.dataSource());
    MarkCopy copy = new MarkCopy(transactions);
    copy.marksChanged(marks(1000, 10));
    int few = transactions.statements(() -> copy.marksChanged(marks(50, 20)));
    int many = transactions.statements(() -> copy.marksChanged(marks(1000, 30)));
    assertEquals(few, many);
    assertTrue(many <= 6, many + " statements");
  }

  private static List<AttendanceMark> marks(int count, int offset) {
    List<AttendanceMark> marks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      marks.add(
          AttendanceMark.of(
              new SchoolId("S1"),
              new StudentId("c" + i),
              YEAR.first().plusDays(offset),
              "ABSENT_ILLNESS"));
    }
    return marks;
  }

  /** A school whose host data changes at random. */
  private static final class RandomSchool {
    private static final List<String> CODES =
        List.of("ABSENT_ILLNESS", "LATE", "BEREAVEMENT", "CREDITED_ICT", "PRESENT");
    private final MemoryHost host;
    private final Random random;
    private final SchoolId school = new SchoolId("S1");
    private int number;

    RandomSchool(MemoryHost host, Random random) {
      this.host = host;
      this.random = random;
      host.put(
          List.of(
              new Homeroom(new HomeroomId("r1"), school, 2026, Grade.P5, "5年1組", false),
              new Homeroom(new HomeroomId("r2"), school, 2026, Grade.P5, "5年2組", true)));
    }

    void change() {
      host.put(newStays(), removed());
      host.calendar.write(days());
      host.book.write(changes());
      host.book.setTaken(new HomeroomId("r" + (1 + random.nextInt(2))), date(), true, AUTHOR);
      host.book.setTaken(new HomeroomId("r1"), date(), random.nextBoolean(), AUTHOR);
    }

    private LocalDate date() {
      return YEAR.first().plusDays(random.nextInt(60));
    }

    private List<Enrolment> newStays() {
      List<Enrolment> stays = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int id = random.nextInt(Math.max(1, number + 2));
        number = Math.max(number, id);
        LocalDate first = date();
        stays.add(
            new Enrolment(
                "e" + id,
                new StudentId("c" + random.nextInt(40)),
                school,
                2026,
                Grade.P5,
                random.nextInt(5) == 0
                    ? Optional.empty()
                    : Optional.of(new HomeroomId("r" + (1 + random.nextInt(2)))),
                random.nextInt(40),
                first,
                random.nextBoolean() ? Optional.empty() : Optional.of(first.plusDays(9))));
      }
      return stays;
    }

    private Set<String> removed() {
      return random.nextInt(6) == 0 && !host.stays().isEmpty()
          ? Set.of(host.stays().get(random.nextInt(host.stays().size())).id())
          : Set.of();
    }

    private List<PlannedDay> days() {
      return List.of(
          new PlannedDay(
              school, date(), Grade.P5, random.nextBoolean(), "行事", random.nextBoolean()));
    }

    private List<MarkChange> changes() {
      List<MarkChange> changes = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        StudentId student = new StudentId("c" + random.nextInt(40));
        LocalDate date = date();
        Optional<AttendanceMark> mark =
            random.nextInt(4) == 0 ? Optional.empty() : Optional.of(mark(student, date));
        changes.add(new MarkChange(school, student, date, mark, AUTHOR, "", Instant.EPOCH));
      }
      return changes;
    }

    private AttendanceMark mark(StudentId student, LocalDate date) {
      return new AttendanceMark(
          school,
          student,
          date,
          CODES.get(random.nextInt(CODES.size())),
          random.nextBoolean() ? "" : "祖父𠮷﨑髙",
          random.nextBoolean() ? "" : "F1",
          random.nextBoolean() ? "" : "図書館",
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1441)),
          random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean()),
          "申し送り");
    }
  }
}
