// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeHomeroom;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.ListedStudent;
import org.tsunagi.plugin.register.domain.PeriodCount;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.testing.TestDatabases;

/** The case table of the handbook (第3章 Q14 and the notices), row by row, by both paths. */
class CaseTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 7);
  private static final LocalDate NEXT = DAY.plusDays(1);
  private static final DateRange YEAR =
      new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
  private static final Facility FACILITY = new Facility("F1", "1", "栃木県", "□□町", "□□教室");
  private static final List<String> KINDS =
      List.of(
          "1",
          "8",
          "CREDITED_PROTECTION",
          "CREDITED_CORRECTIONAL",
          "CREDITED_REMOTE_LESSON",
          "CREDITED_ACTIVITY");

  /**
   * A row of the table.
   *
   * @param row its number
   * @param closures closures of the day as {@code scope target basis reason}, joined by {@code ;}
   * @param code the mark; empty for a blank
   * @param detail what it names
   * @param facility the facility's id
   * @param enrolled whether the student still has a stay that day
   * @param dayClass what the day is; nothing where the student has none
   * @param credited whether it is within 出席扱い
   * @param remark the wording of 備考; empty for none
   */
  record Case(
      String row,
      String closures,
      String code,
      String detail,
      String facility,
      boolean enrolled,
      Optional<DayClass> dayClass,
      boolean credited,
      String remark) {
    @Override
    public String toString() {
      return row + " " + closures + code + " " + remark;
    }
  }

  private static Case closed(String row, String closures, DayClass dayClass, String remark) {
    return new Case(row, closures, "", "", "", true, Optional.of(dayClass), false, remark);
  }

  private static Case exempt(String row, String code, String detail, String remark) {
    return new Case(row, "", code, detail, "", true, Optional.of(DayClass.EXEMPT), false, remark);
  }

  private static Case credited(
      String row, String code, String detail, String facility, String remark) {
    Optional<DayClass> present = Optional.of(DayClass.PRESENT);
    return new Case(row, "", code, detail, facility, true, present, true, remark);
  }

  private static Case left(String row) {
    return new Case(row, "", "", "", "", false, Optional.empty(), false, "");
  }

  static Stream<Case> rows() {
    String learning = "出席扱い1日（当該施設において学習活動を行ったこと）";
    return Stream.of(
        closed("1", "school - ART20 -", DayClass.NO_SCHOOL, ""),
        closed("2", "homeroom 1組 ART20 -;homeroom 2組 ART20 -", DayClass.NO_SCHOOL, ""),
        closed("3", "homeroom 1組 ART20 インフルエンザ", DayClass.EXEMPT, "出席停止等1日（学級休業のため）"),
        closed("4", "grade J2 STAGGERED -", DayClass.NO_SCHOOL, ""),
        closed("5", "group 前半 STAGGERED -", DayClass.EXEMPT, "出席停止等1日（分散登校のため）"),
        exempt("6", "SUSPENSION_CONDUCT", "", "出席停止1日（性行不良のため）"),
        exempt("7", "SUSPENSION_INFECTION", "インフルエンザ", "出席停止1日（インフルエンザ）"),
        exempt("8", "HOSPITALISATION", "腸管出血性大腸菌感染症", "出席停止1日（腸管出血性大腸菌感染症）"),
        closed("9", "school - ART63 大雨", DayClass.NO_SCHOOL, ""),
        closed("10", "homeroom 1組 ART63 大雨", DayClass.EXEMPT, "出席停止等1日（大雨のため）"),
        exempt("10 one child", "EXEMPT_DISASTER", "大雨", "出席停止等1日（大雨のため）"),
        exempt("11", "EXEMPT_HOME_DAMAGE", "自宅火災", "出席停止等1日（自宅火災のため）"),
        exempt("12", "EXEMPT_EXAM", "", "出席停止等1日（入学試験のため）"),
        exempt("12 work", "EXEMPT_EXAM", "就職試験", "出席停止等1日（就職試験のため）"),
        exempt("13", "EXEMPT_CUSTODY", "少年鑑別所収容", "出席停止等1日（少年鑑別所収容のため）"),
        exempt("13 police", "EXEMPT_CUSTODY", "警察署拘置", "出席停止等1日（警察署拘置のため）"),
        exempt("14", "EXEMPT_PROTECTION", "", "出席停止等1日（一時保護のため）"),
        credited("15", "CREDITED_PROTECTION", "", "", learning),
        credited("16", "CREDITED_PROTECTION", "", "F1", learning),
        exempt("17", "BEREAVEMENT", "祖父", "忌引1日（祖父）"),
        credited("18", "CREDITED_ACTIVITY", "姉妹都市交流活動", "", "出席扱い1日（姉妹都市交流活動）"),
        credited("19", "CREDITED_ACTIVITY", "県音楽コンクール", "", "出席扱い1日（県音楽コンクール）"),
        credited("20", "CREDITED_ACTIVITY", "全国中学校体育大会", "", "出席扱い1日（全国中学校体育大会）"),
        exempt("21", "EXEMPT_VOLUNTEER", "", "出席停止等1日（ボランティア活動参加のため）"),
        credited("22", "CREDITED_SUPPORT_CENTER", "", "F1", "出席扱い1日（□□町□□教室）"),
        credited("23", "CREDITED_ICT", "", "", "出席扱い1日（自宅におけるICT等を活用した学習活動）"),
        credited("24", "CREDITED_REMOTE_LESSON", "", "", "出席扱い1日（病気療養中の授業配信による）"),
        credited("25", "CREDITED_CORRECTIONAL", "", "", learning),
        left("26"),
        new Case("27", "", "ABSENT_OTHER", "", "", true, Optional.of(DayClass.ABSENT), false, ""),
        left("28"),
        left("29"),
        exempt("30", "ONLINE_SPECIAL", "", ""),
        exempt("31", "EXEMPT_OTHER", "いじめからの緊急避難", "出席停止等1日（いじめからの緊急避難のため）"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theEngineCountsAndWordsTheRow(Case row) {
    check(row, engine(row, List.of(mark(row, DAY))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theStoredPathCountsAndWordsTheRow(Case row) {
    TestDatabases.Named database = new TestDatabases.Named("H2", TestDatabases.h2());
    check(row, stored(database, row, List.of(mark(row, DAY))));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theIndividualCauseIsPrintedWhereTheHomeroomIsClosedToo(TestDatabases.Named database) {
    Case both =
        new Case(
            "two causes",
            "homeroom 1組 ART20 -",
            "SUSPENSION_INFECTION",
            "インフルエンザ",
            "",
            true,
            Optional.of(DayClass.EXEMPT),
            false,
            "出席停止1日（インフルエンザ）");
    check(both, engine(both, List.of(mark(both, DAY))));
    check(both, stored(database, both, List.of(mark(both, DAY))));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aCauseIsMergedAndPrefixesStayApart(TestDatabases.Named database) {
    List<DayMark> marks =
        List.of(
            DayMark.of(DAY, "EXEMPT_EXAM"),
            with(NEXT, "SUSPENSION_INFECTION", "水痘"),
            with(NEXT.plusDays(1), "BEREAVEMENT", "祖母"),
            DayMark.of(NEXT.plusDays(5), "EXEMPT_EXAM"));
    Case none = closed("several", "", DayClass.EXEMPT, "");
    List<String> wanted = List.of("出席停止1日（水痘）", "出席停止等2日（入学試験のため）", "忌引1日（祖母）");
    assertEquals(wanted, engine(none, marks).remarkTexts());
    assertEquals(wanted, stored(database, none, marks).remarkTexts());
  }

  private static void check(Case row, PeriodCount count) {
    Tally tally = count.tally();
    boolean school = row.enrolled && row.dayClass.orElseThrow() != DayClass.NO_SCHOOL;
    assertEquals(row.enrolled ? (school ? 9 : 8) : 1, tally.schoolDays(), "授業日数");
    assertEquals(is(row, DayClass.EXEMPT), tally.exemptDays(), "出席停止・忌引等");
    assertEquals(is(row, DayClass.ABSENT), tally.daysAbsent(), "欠席");
    assertEquals(row.credited ? 1 : 0, tally.creditedDays(), "出席扱い");
    assertEquals(
        tally.schoolDays() - tally.exemptDays() - tally.daysAbsent(), tally.daysPresent(), "出席");
    assertEquals(row.remark.isEmpty() ? List.of() : List.of(row.remark), count.remarkTexts());
  }

  private static int is(Case row, DayClass dayClass) {
    return row.dayClass.equals(Optional.of(dayClass)) ? 1 : 0;
  }

  /** Nine planned days, the first of them before the day in question. */
  private static List<LocalDate> planned() {
    return Stream.iterate(DAY.minusDays(1), date -> date.plusDays(1)).limit(9).toList();
  }

  private static DayMark mark(Case row, LocalDate date) {
    return new DayMark(
        date,
        row.code,
        row.detail,
        row.facility,
        "",
        false,
        false,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static DayMark with(LocalDate date, String code, String detail) {
    return new DayMark(
        date, code, detail, "", "", false, false, OptionalInt.empty(), Optional.empty());
  }

  private static List<CreditingDecision> granted() {
    return KINDS.stream()
        .map(
            kind ->
                new CreditingDecision(
                    "D" + kind,
                    kind,
                    Optional.empty(),
                    YEAR,
                    Outcome.GRANTED,
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private static PeriodCount engine(Case row, List<DayMark> marks) {
    List<GroupStay> groups = List.of(new GroupStay("前半", YEAR));
    DateRange period = row.enrolled ? YEAR : new DateRange(YEAR.first(), DAY.minusDays(1));
    List<ListedStudent> own =
        List.of(new ListedStudent(period, groups), new ListedStudent(YEAR, List.of()));
    List<GradeHomeroom> rooms =
        List.of(
            new GradeHomeroom(new HomeroomId("1組"), "1組", true, own, Map.of()),
            new GradeHomeroom(
                new HomeroomId("2組"),
                "2組",
                true,
                List.of(new ListedStudent(YEAR, List.of())),
                Map.of()));
    GradeCalendar calendar =
        new GradeCalendar(
            Fixture.SCHOOL,
            Grade.J2,
            planned().stream().map(date -> new SchoolDay(date, "", true)).toList(),
            rooms,
            closures(row));
    StudentYear year =
        new StudentYear(
            new StudentId("A"),
            List.of(
                new Stay(
                    "S",
                    GradeYear.of(calendar),
                    period,
                    List.of(new Placement(new HomeroomId("1組"), period)))),
            groups,
            marks.stream().filter(mark -> !mark.code().isEmpty()).toList(),
            granted(),
            Acceptances.NONE,
            Set.of(),
            Optional.empty());
    CountingTerms terms =
        CountingTerms.of(
            new ShippedCodes().catalogue(), Map.of("F1", FACILITY), "栃木県", Optional.empty());
    return CountingRules.count(year, terms).stays().get(0).year();
  }

  private static List<String[]> parts(Case row) {
    return Stream.of(row.closures.split(";"))
        .filter(text -> !text.isEmpty())
        .map(text -> text.split(" "))
        .toList();
  }

  private static String text(String part) {
    return part.equals("-") ? "" : part;
  }

  private static List<Closure> closures(Case row) {
    List<Closure> closures = new ArrayList<>();
    for (String[] part : parts(row)) {
      closures.add(
          new Closure(
              "C" + closures.size(),
              Closure.Scope.find(part[0]).orElseThrow(),
              part[0].equals("grade") ? "" : text(part[1]),
              List.of(DateRange.of(DAY)),
              Closure.Basis.find(part[2]).orElseThrow(),
              text(part[3]),
              false));
    }
    return closures;
  }

  private static PeriodCount stored(TestDatabases.Named database, Case row, List<DayMark> marks) {
    CreditingBook book =
        new CreditingBook(
            Map.of(
                new StudentId("A"),
                granted().stream()
                    .map(one -> new FiledDecision(Fixture.SCHOOL, DAY, one))
                    .toList()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("F1", FACILITY),
            Map.of());
    Fixture fixture =
        new Fixture(
            database, LocalDate.of(2026, 10, 30), (connection, schools, year, students) -> book);
    Homeroom one = fixture.room("1組", Grade.J2);
    Optional<LocalDate> last = row.enrolled ? Optional.empty() : Optional.of(DAY.minusDays(1));
    fixture.stay("A", one, YEAR.first(), last);
    fixture.stay("B", one);
    fixture.stay("C", fixture.room("2組", Grade.J2));
    fixture.plan(Grade.J2, true, planned());
    fixture.groupService.add(
        fixture.actor,
        Fixture.SCHOOL,
        "前半",
        List.of(new StudentId("A")),
        YEAR.first(),
        Optional.empty());
    for (String[] part : parts(row)) {
      fixture.close(part[0], text(part[1]), part[2], text(part[3]), DAY.toString(), DAY.toString());
    }
    marks.stream().filter(mark -> !mark.code().isEmpty()).forEach(mark -> write(fixture, mark));
    return fixture.tallies(false).stream()
        .filter(tally -> tally.student().equals("A"))
        .findFirst()
        .orElseThrow()
        .count();
  }

  private static void write(Fixture fixture, DayMark mark) {
    AttendanceMark made =
        new AttendanceMark(
            Fixture.SCHOOL,
            new StudentId("A"),
            mark.date(),
            mark.code(),
            mark.detail(),
            mark.facility(),
            "",
            false,
            false,
            OptionalInt.empty(),
            Optional.empty(),
            "");
    fixture.host.book.write(
        List.of(
            new MarkChange(
                Fixture.SCHOOL,
                new StudentId("A"),
                mark.date(),
                Optional.of(made),
                new MarkChange.Author("t1", "先生", "教諭"),
                "",
                fixture.now())));
  }
}
