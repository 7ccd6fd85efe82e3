// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;

/** Decides whether changes of a homeroom's register may be saved. */
final class MarkWriting {
  private static final int LONGEST_DETAIL = 1000;
  private static final int LONGEST_FACILITY = 255;

  private final Homeroom room;
  private final LoadedFacts facts;
  private final CodeCatalogue codes;
  private final Set<HostRole> roles;
  private final List<Finding> findings = new ArrayList<>();

  MarkWriting(Homeroom room, LoadedFacts facts, CodeCatalogue codes, Set<HostRole> roles) {
    this.room = room;
    this.facts = facts;
    this.codes = codes;
    this.roles = roles;
  }

  /**
   * A change whose parts are known to be there.
   *
   * @param student the student
   * @param date the day
   * @param code the code; empty for a blank
   * @param detail the detail; may be empty
   * @param facility the facility; may be empty
   * @param expected the code it was based on; empty for a blank
   */
  record Wanted(
      StudentId student,
      LocalDate date,
      Optional<String> code,
      String detail,
      String facility,
      Optional<String> expected) {
    static Wanted of(MarkCommand.Change change) {
      if (change.studentId() == null || change.studentId().isBlank() || change.date() == null) {
        throw new Malformed("changes には studentId と date（例：2026-11-05）を入れてください。");
      }
      return new Wanted(
          new StudentId(change.studentId()),
          change.date(),
          text(change.code()),
          text(change.detail()).orElse(""),
          text(change.facility()).orElse(""),
          text(change.expected()));
    }

    /** Returns this change at a facility. */
    Wanted at(String place) {
      return new Wanted(student, date, code, detail, place, expected);
    }

    private static Optional<String> text(@Nullable String value) {
      return Optional.ofNullable(value).map(String::strip).filter(one -> !one.isEmpty());
    }
  }

  /** Reads the changes of a command; a day must not stand in it twice. */
  static List<Wanted> read(MarkCommand command) {
    List<Wanted> wanted = command.changes().stream().map(Wanted::of).toList();
    if (wanted.isEmpty()) {
      throw new Malformed("changes に変更を1件以上入れてください。");
    }
    Set<List<Object>> days = new HashSet<>();
    for (Wanted change : wanted) {
      if (!days.add(List.of(change.student(), change.date()))) {
        throw new Malformed("changes に同じ児童生徒の同じ日が2回あります。1回にしてください。");
      }
    }
    return wanted;
  }

  /** Lists everything that speaks against the changes; empty when nothing does. */
  List<Finding> check(
      List<Wanted> changes, Predicate<YearMonth> locked, boolean reasonGiven, LocalDate today) {
    YearMonth current = YearMonth.from(today);
    boolean reasonMissing = false;
    for (Wanted change : changes) {
      YearMonth month = YearMonth.from(change.date());
      checkDay(change);
      change.code().ifPresent(code -> checkCode(change.date(), code));
      if (locked.test(month)) {
        add("MONTH_LOCKED", month.getMonthValue() + "月の出席簿は締まっています。直すときは、権限のある人が理由を入れて開けてください。");
      }
      reasonMissing |= month.isBefore(current) && !reasonGiven;
      if (change.detail().length() > LONGEST_DETAIL
          || change.facility().length() > LONGEST_FACILITY) {
        add("TOO_LONG", "くわしい内容は1000字、施設のIDは255字までにしてください。");
      }
    }
    if (reasonMissing) {
      add("REASON_NEEDED", "前の月の記号を直すときは、理由を入れてください。");
    }
    return List.copyOf(findings);
  }

  private void checkDay(Wanted change) {
    Optional<Enrolment> stay =
        facts.inHomeroom(room.id()).stream()
            .filter(one -> one.student().equals(change.student()) && one.covers(change.date()))
            .findFirst();
    if (stay.isEmpty()) {
      add("NOT_ENROLLED", day(change.date()) + "にこの学級に在籍していない児童生徒の変更があります。表を読み直してください。");
    } else if (facts.day(room.school(), stay.get().grade(), change.date()).isEmpty()) {
      add("NOT_SCHOOL_DAY", day(change.date()) + "は授業日ではありません。年間行事予定を確かめてください。");
    }
  }

  private void checkCode(LocalDate date, String id) {
    Optional<AttendanceCode> code = codes.findOffered(id, date);
    if (code.isEmpty()) {
      add("CODE_UNKNOWN", day(date) + "の記号はこの年度の一覧にありません。一覧から選んでください。");
    } else if (!MonthGrid.mayEnter(code.get(), roles)) {
      add("CODE_ROLE", "「" + code.get().label() + "」は、あなたの職名では入力できません。担当の人に頼んでください。");
    }
  }

  private static String day(LocalDate date) {
    return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  private void add(String code, String message) {
    Finding finding = new Finding(code, Finding.Severity.ERROR, message);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** Refuses changes of days that hold a restricted mark, which the writer may not know. */
  List<Finding> restricted(List<Wanted> changes) {
    boolean met =
        changes.stream()
            .anyMatch(
                change ->
                    current(change)
                        .flatMap(codes::find)
                        .map(AttendanceCode::restricted)
                        .orElse(false));
    return met
        ? List.of(
            new Finding(
                "MARK_RESTRICTED",
                Finding.Severity.ERROR,
                "理由が限られた人だけに見える日の記号は、見られる人だけが直せます。校長か教頭に頼んでください。"))
        : List.of();
  }

  /** Lists the changes whose day holds another code than they were based on. */
  List<Wanted> stale(List<Wanted> changes) {
    return changes.stream()
        .filter(change -> !Objects.equals(current(change), change.expected()))
        .toList();
  }

  /** Returns the code that stands on the day of a change; empty for a blank. */
  Optional<String> current(Wanted change) {
    return facts.marks(change.student()).stream()
        .filter(mark -> mark.date().equals(change.date()))
        .map(DayMark::code)
        .findFirst();
  }
}
