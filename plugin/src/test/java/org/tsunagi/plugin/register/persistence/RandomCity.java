// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * Three small schools in the counting copy, dense in the corners of the rules: transfers, stays
 * that overlap, closures of every scope, marks in two schools, decisions of every kind.
 */
public final class RandomCity {
  public static final int YEAR = 2026;
  public static final int STUDENTS = 36;
  private static final int SCHOOLS = 3;
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 18);
  private static final int SPAN = 75;
  private static final List<String> TABLES =
      List.of(
          "count_school",
          "count_student",
          "count_code",
          "count_homeroom",
          "count_stay",
          "count_plan",
          "count_taken",
          "count_mark",
          "closure",
          "closure_group_member",
          "register_setting");

  public final CodesInForce inForce;
  public final CodeCatalogue codes;
  public final LocalDate today;
  public final CreditingBook book;
  private final SplittableRandom random;
  private final List<AttendanceCode> all;
  private final Map<Integer, List<Object[]>> ofStudents = new HashMap<>();
  private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

  /** Makes the city of a seed. */
  public RandomCity(long seed, CodeCatalogue shipped) {
    random = new SplittableRandom(seed);
    inForce = ChangingCodes.of(random, shipped, FIRST, SPAN);
    codes = inForce.catalogue();
    all = codes.list();
    today = chance(60) ? LocalDate.of(2027, 3, 31) : FIRST.plusDays(random.nextInt(SPAN + 40));
    roster();
    calendar();
    closures();
    marks();
    book = new RandomBook(random, codes, FIRST, SPAN).book(schools(), this::home);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private LocalDate date() {
    return FIRST.plusDays(random.nextInt(SPAN));
  }

  private int day() {
    return Days.of(date());
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private void row(String table, @Nullable Object... values) {
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(values);
  }

  /** Lists the schools. */
  public List<SchoolId> schools() {
    List<SchoolId> schools = new ArrayList<>();
    for (int school = 1; school <= SCHOOLS; school++) {
      schools.add(new SchoolId("S" + school));
    }
    return schools;
  }

  private static int room(int school, String grade, int room) {
    return school * 100 + (grade.equals("P5") ? 10 : 20) + room;
  }

  private void roster() {
    for (int school = 1; school <= SCHOOLS; school++) {
      row("count_school", school, "S" + school);
      if (chance(50)) {
        row("register_setting", "S" + school, "register.acceptancesAsked", oneOf("true", "false"));
      }
      if (chance(30)) {
        row("register_setting", "S" + school, "closures.specialNeedsCounted", "true");
      }
      for (String grade : List.of("P5", "P6")) {
        int rooms = 1 + random.nextInt(3);
        for (int room = 1; room <= 3; room++) {
          int number = room(school, grade, room);
          boolean told = room <= rooms;
          row(
              "count_homeroom",
              number,
              "R" + number,
              told ? school : null,
              told ? YEAR : null,
              told ? grade : null,
              told ? "R" + number : null,
              told ? (room == 3 || chance(15)) : null);
        }
      }
    }
    for (int student = 1; student <= STUDENTS; student++) {
      row("count_student", student, "K" + (1000 - student));
      stays(student);
    }
  }

  private void stays(int student) {
    int wanted = chance(60) ? 1 : 1 + random.nextInt(3);
    int school = 1 + random.nextInt(SCHOOLS);
    String grade = oneOf("P5", "P5", "P6");
    int from = chance(75) ? Days.of(LocalDate.of(2026, 4, 1)) - random.nextInt(9) : day();
    for (int i = 0; i < wanted; i++) {
      Integer last = i + 1 == wanted && chance(75) ? null : from + random.nextInt(SPAN) - 1;
      String id = oneOf("a", "B", "_", "あ") + random.nextInt(90) + "-" + student + "-" + i;
      Object[] stay = {
        school,
        id,
        student,
        YEAR,
        grade,
        chance(92) ? room(school, chance(95) ? grade : "P6", 1 + random.nextInt(3)) : null,
        1,
        from,
        last
      };
      row("count_stay", stay);
      ofStudents.computeIfAbsent(student, key -> new ArrayList<>()).add(stay);
      from = (last == null ? day() : last + 1) + (chance(60) ? 0 : random.nextInt(12) - 6);
      school = chance(50) ? school : 1 + random.nextInt(SCHOOLS);
      grade = chance(95) ? grade : oneOf("P5", "P6");
    }
  }

  private void calendar() {
    for (int school = 1; school <= SCHOOLS; school++) {
      for (String grade : List.of("P5", "P6")) {
        int taken = chance(50) ? 100 : 60;
        for (int i = 0; i < SPAN; i++) {
          LocalDate date = FIRST.plusDays(i);
          boolean holidays = date.getMonthValue() == 7 && chance(80);
          if (date.getDayOfWeek() != DayOfWeek.SUNDAY && chance(85) && !holidays) {
            row("count_plan", school, grade, Days.of(date), chance(95), chance(taken), "");
          }
        }
        for (int room = 1; room <= 3; room++) {
          Set<Integer> days = new HashSet<>();
          for (int i = random.nextInt(20); i > 0; i--) {
            days.add(day());
          }
          int number = room(school, grade, room);
          days.forEach(day -> row("count_taken", number, day));
        }
      }
    }
  }

  private void closures() {
    for (int i = random.nextInt(14); i > 0; i--) {
      int school = 1 + random.nextInt(SCHOOLS);
      String scope = oneOf("school", "grade", "homeroom", "homeroom", "homeroom", "group", "group");
      int length = scope.equals("school") || scope.equals("grade") ? 2 : 12;
      LocalDate first = date();
      String target =
          switch (scope) {
            case "school" -> "";
            case "grade" -> oneOf("P5", "P6");
            case "homeroom" -> "R" + room(school, oneOf("P5", "P6"), 1 + random.nextInt(3));
            default -> oneOf("前半", "後半");
          };
      row(
          "closure",
          "S" + school,
          UUID.randomUUID().toString(),
          first,
          first.plusDays(random.nextInt(length)),
          scope,
          target,
          "ART20",
          "",
          chance(30),
          "",
          "",
          null,
          "t",
          java.time.OffsetDateTime.parse("2026-06-01T00:00:00Z"),
          null,
          chance(15) ? java.time.OffsetDateTime.parse("2026-06-02T00:00:00Z") : null,
          null);
    }
    ofStudents.forEach(
        (student, stays) -> {
          if (chance(70)) {
            LocalDate first = chance(70) ? LocalDate.of(2026, 4, 1) : date();
            LocalDate last = chance(70) ? null : first.plusDays(random.nextInt(SPAN));
            String school = "S" + stays.get(0)[0];
            String name = oneOf("前半", "後半");
            row("closure_group_member", school, name, "K" + (1000 - student), first, last);
          }
        });
  }

  private void marks() {
    for (int i = 0; i < all.size(); i++) {
      row("count_code", i + 1, all.get(i).id());
    }
    ofStudents.forEach(
        (student, stays) -> {
          int percent = oneOf("", "x").isEmpty() ? 8 : random.nextInt(95);
          String favourite = chance(35) ? "CREDITED_ICT" : all.get(random.nextInt(all.size())).id();
          for (int i = -3; i < SPAN + 3; i++) {
            if (chance(percent)) {
              mark(student, (int) stays.get(random.nextInt(stays.size()))[0], i, favourite);
            }
            if (chance(2)) {
              mark(student, 1 + random.nextInt(SCHOOLS), i, favourite);
            }
          }
        });
    List<Object[]> kept = new ArrayList<>();
    Set<List<Object>> keys = new HashSet<>();
    for (Object[] mark : rows.getOrDefault("count_mark", List.of())) {
      if (keys.add(List.of(mark[0], mark[2], mark[3]))) {
        kept.add(mark);
      }
    }
    rows.put("count_mark", kept);
  }

  private void mark(int student, int school, int offset, String favourite) {
    AttendanceCode code = chance(50) ? codes.get(favourite) : all.get(random.nextInt(all.size()));
    boolean ict = code.id().equals("CREDITED_ICT");
    int visit = ict && chance(50) ? 4 + random.nextInt(2) * 8 : 0;
    row(
        "count_mark",
        school,
        YEAR,
        student,
        Days.of(FIRST) + offset,
        number(code),
        (chance(15) ? random.nextInt(4) : 0) + visit,
        ict && chance(60) ? random.nextInt(120) : null,
        "",
        oneOf("", "", "F0", "F1"),
        null);
  }

  /** Replaces what the copy holds by this city. */
  public void store(Connection connection) {
    TABLES.forEach(table -> Sql.update(connection, "DELETE FROM " + table));
    rows.forEach(
        (table, all) -> {
          String marks = ", ?".repeat(all.isEmpty() ? 0 : all.get(0).length).substring(2);
          Sql.batch(connection, "INSERT INTO " + table + " VALUES (" + marks + ")", all(all));
        });
  }

  private static List<@Nullable Object[]> all(List<Object[]> rows) {
    return new ArrayList<>(rows);
  }

  private int number(AttendanceCode code) {
    return all.indexOf(code) + 1;
  }

  /** Returns the school of a student's first stay. */
  private SchoolId home(int student) {
    return new SchoolId("S" + Objects.requireNonNull(ofStudents.get(student)).get(0)[0]);
  }
}
