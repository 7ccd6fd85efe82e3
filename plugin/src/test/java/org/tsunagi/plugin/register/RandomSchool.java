// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.SlowOracle;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.testing.TestDatabases;

/** A small stored school on which things happen at random. */
final class RandomSchool {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 7, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 8);
  private static final DateRange YEAR = ExpectedSchool.YEAR;
  private static final List<String> ROOMS = ExpectedSchool.ROOMS;

  private final SplittableRandom random;
  private final Fixture fixture;
  private final ExpectedSchool expected = new ExpectedSchool();
  private int corrections;
  private int voids;

  RandomSchool(TestDatabases.Named database, long seed) {
    random = new SplittableRandom(seed);
    fixture = new Fixture(database, TODAY);
    for (String room : ROOMS) {
      boolean special = room.equals("たんぽぽ");
      fixture.host.put(
          List.of(
              new Homeroom(new HomeroomId(room), Fixture.SCHOOL, 2026, Grade.P5, room, special)));
    }
    stay("A", new Placement(new HomeroomId("1組"), YEAR));
    stay("B", new Placement(new HomeroomId("1組"), from(LocalDate.of(2026, 6, 10))));
    stay("C", new Placement(new HomeroomId("2組"), to(LocalDate.of(2026, 6, 24))));
    stay("D", new Placement(new HomeroomId("たんぽぽ"), YEAR));
    stay(
        "E",
        new Placement(new HomeroomId("1組"), to(LocalDate.of(2026, 6, 17))),
        new Placement(new HomeroomId("2組"), from(LocalDate.of(2026, 6, 18))));
    group("A", "前半");
    group("B", "後半");
    group("C", "前半");
    group("E", "後半");
    for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
      if (date.getDayOfWeek() != DayOfWeek.SUNDAY) {
        plan(date, true);
      }
    }
  }

  private static DateRange from(LocalDate first) {
    return new DateRange(first, YEAR.last());
  }

  private static DateRange to(LocalDate last) {
    return new DateRange(YEAR.first(), last);
  }

  private void stay(String student, Placement... placements) {
    expected.stays.put(student, List.of(placements));
    for (Placement placement : placements) {
      LocalDate last = placement.period().last();
      fixture.stay(
          student,
          fixture.host.findHomeroom(placement.homeroom()).orElseThrow(),
          placement.period().first(),
          last.equals(YEAR.last()) ? Optional.empty() : Optional.of(last));
    }
  }

  private void group(String student, String group) {
    expected.groups.put(student, group);
    GroupIntake.Member member =
        new GroupIntake.Member(
            Fixture.SCHOOL, group, new StudentId(student), Optional.empty(), Optional.empty());
    fixture.transactions.runSql(
        connection -> fixture.groups.writeMembers(connection, List.of(member)));
  }

  private void plan(LocalDate date, boolean registerTaken) {
    expected.days.put(date, registerTaken);
    fixture.plan(Grade.P5, registerTaken, List.of(date));
  }

  int corrections() {
    return corrections;
  }

  int voids() {
    return voids;
  }

  List<TallyRow> tallies(boolean monthly) {
    return fixture.tallies(monthly);
  }

  /** Does one thing, in the store and in what is expected of it. */
  void operate() {
    int kind = random.nextInt(20);
    if (kind < 4) {
      close();
    } else if (kind < 7) {
      voidClosure();
    } else if (kind < 8) {
      plan(day(), random.nextInt(4) > 0);
    } else if (kind < 9) {
      take();
    } else {
      mark();
    }
  }

  private LocalDate day() {
    List<LocalDate> all = List.copyOf(expected.days.keySet());
    return all.get(random.nextInt(all.size()));
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private void close() {
    String scope =
        oneOf(List.of("school", "grade", "homeroom", "homeroom", "homeroom", "group", "group"));
    String target =
        switch (scope) {
          case "school" -> "";
          case "grade" -> oneOf(List.of("P5", "P6"));
          case "homeroom" -> oneOf(ROOMS);
          default -> oneOf(List.of("前半", "後半"));
        };
    LocalDate first = day();
    int length = scope.equals("school") || scope.equals("grade") ? 1 : 4;
    ClosureIntake.Row row =
        new ClosureIntake.Row(
            Fixture.SCHOOL,
            first,
            first.plusDays(random.nextInt(length)),
            scope,
            target,
            oneOf(List.of("ART20", "ART63", "STAGGERED")),
            oneOf(List.of("", "大雨", "台風のため")),
            random.nextInt(3) == 0,
            "",
            "",
            Optional.empty());
    try {
      expected.closures.put(fixture.closures.add(fixture.actor, row, false).id(), row);
    } catch (RefusedException twice) {
      assertEquals("CLOSURE_EXISTS", twice.refusal().findings().get(0).code());
      assertTrue(
          expected.closures.values().stream()
              .anyMatch(one -> one.first().equals(first) && one.target().equals(target)));
    }
  }

  private void voidClosure() {
    if (!expected.closures.isEmpty()) {
      String id = oneOf(List.copyOf(expected.closures.keySet()));
      fixture.closures.voidClosure(fixture.actor, Fixture.SCHOOL, id, "誤り", false);
      expected.closures.remove(id);
      voids++;
    }
  }

  private void take() {
    String room = oneOf(ROOMS);
    LocalDate date = day();
    boolean isTaken = random.nextBoolean();
    fixture.host.book.setTaken(new HomeroomId(room), date, isTaken, author());
    Map<LocalDate, Boolean> own = expected.taken.computeIfAbsent(room, key -> new HashMap<>());
    if (isTaken) {
      own.put(date, true);
    } else {
      own.remove(date);
    }
  }

  private static MarkChange.Author author() {
    return new MarkChange.Author("t1", "先生", "教諭");
  }

  private void mark() {
    String student = oneOf(List.copyOf(expected.stays.keySet()));
    Map<LocalDate, DayMark> own = expected.marks.computeIfAbsent(student, key -> new TreeMap<>());
    LocalDate date = day();
    if (!own.isEmpty() && random.nextInt(3) == 0) {
      date = List.copyOf(own.keySet()).get(random.nextInt(own.size()));
    }
    corrections += own.containsKey(date) ? 1 : 0;
    Optional<AttendanceMark> mark = Optional.empty();
    own.remove(date);
    if (random.nextInt(5) > 0) {
      List<AttendanceCode> all = expected.terms.codes().list();
      mark = Optional.of(made(student, date, all.get(random.nextInt(all.size())).id()));
      own.put(date, read(mark.get()));
    }
    StudentId id = new StudentId(student);
    fixture.host.book.write(
        List.of(new MarkChange(Fixture.SCHOOL, id, date, mark, author(), "", fixture.now())));
  }

  private AttendanceMark made(String student, LocalDate date, String code) {
    AttendanceMark plain = AttendanceMark.of(Fixture.SCHOOL, new StudentId(student), date, code);
    return new AttendanceMark(
        plain.school(),
        plain.student(),
        date,
        code,
        oneOf(List.of("", "インフルエンザ", "祖父", "大雨のため")),
        "",
        oneOf(List.of("", "図書館")),
        random.nextInt(5) == 0,
        random.nextInt(5) == 0,
        plain.minutes(),
        plain.visit(),
        "");
  }

  private static DayMark read(AttendanceMark mark) {
    return new DayMark(
        mark.date(),
        mark.code(),
        mark.detail(),
        mark.facility(),
        mark.place(),
        mark.onlineHeld(),
        mark.onlineSpecial(),
        mark.minutes(),
        mark.visit());
  }

  /** Returns by student what the slow oracle makes of everything that happened. */
  Map<String, SlowOracle> oracles() {
    return expected.oracles(TODAY);
  }
}
