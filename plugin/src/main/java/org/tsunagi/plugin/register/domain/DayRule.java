// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.CreditingGap;
import org.tsunagi.plugin.crediting.domain.CreditingRules;
import org.tsunagi.plugin.crediting.domain.Outcome;

/**
 * Judges the days of one stay. A day has exactly one class, and closures speak before marks: a day
 * of the whole grade's closure is no school day, a day of the student's own closure is exempt, and
 * only on an open day does the mark decide.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」; 学校保健安全法19条・20条; 学校教育法施行規則63条.
 */
final class DayRule {
  private static final Comparator<Acceptance> GRANTED_FIRST =
      Comparator.comparing(Acceptance::outcome).thenComparing(Acceptance::id);

  private final StudentYear year;
  private final MarkBook marks;
  private final Stay stay;
  private final GradeYear grade;
  private final IctDays ictDays;
  private final boolean placedByDecision;
  private final DayFindings findings;

  DayRule(StudentYear year, CountingTerms terms, MarkBook marks, Stay stay, DayFindings findings) {
    this.year = year;
    this.marks = marks;
    this.stay = stay;
    this.grade = stay.grade();
    this.ictDays = new IctDays(terms, year, marks, stay, this::creditable);
    this.placedByDecision = terms.placedByDecision();
    this.findings = findings;
  }

  /** Judges every planned day of the stay up to today. */
  List<DayVerdict> judge() {
    long last = stay.period().last().toEpochDay();
    if (year.today().isPresent()) {
      last = Math.min(last, year.today().get().toEpochDay());
    }
    int from = grade.indexFrom(stay.period().first().toEpochDay());
    List<DayVerdict> verdicts = new ArrayList<>(grade.size());
    for (int i = from; i < grade.size() && grade.epochDay(i) <= last; i++) {
      verdicts.add(judge(i));
    }
    return verdicts;
  }

  private DayVerdict judge(int index) {
    SchoolDay day = grade.day(index);
    MarkBook.Entry entry = marks.at(grade.epochDay(index));
    Optional<HomeroomId> homeroom = homeroomOn(day.date());
    List<Closure> closures = grade.covering(index, homeroom, year.groups());
    boolean closedForGrade = grade.gradeClosed(index, homeroom, year.groups());
    Judged judged = new Judged();
    online(judged, entry, closures);
    if (closedForGrade) {
      judged.become(DayClass.NO_SCHOOL, DayFlag.GRADE_CLOSED);
    } else if (!closures.isEmpty()) {
      judged.become(DayClass.EXEMPT, DayFlag.CLOSED);
      if (entry != null && isExempt(entry)) {
        judged.acceptance = acceptance(entry.mark);
        if (unaccepted(entry.code().orElseThrow(), judged.acceptance)) {
          judged.flag(DayFlag.UNACCEPTED);
        }
      }
    } else if (entry == null || entry.code().isEmpty()) {
      judged.dayClass = grade.registerTaken(index, homeroom) ? DayClass.PRESENT : DayClass.UNKNOWN;
    } else {
      byMark(judged, entry, entry.code().get());
    }
    if (entry != null) {
      entry.use();
      note(judged, entry);
    }
    return verdict(judged, day, closures, entry);
  }

  private DayVerdict verdict(
      Judged judged, SchoolDay day, List<Closure> closures, MarkBook.@Nullable Entry entry) {
    Optional<DayMark> mark = entry == null ? Optional.empty() : Optional.of(entry.mark);
    Optional<AttendanceCode> code = entry == null ? Optional.empty() : entry.code();
    return new DayVerdict(
        day.date(),
        judged.dayClass,
        judged.flags,
        judged.row,
        new DayCauses(
            day, stay, closures, mark, code, judged.decision, judged.gap, judged.acceptance));
  }

  /** Basis: 令和3年2月19日 2文科初第1733号 別記 (実施日数・参加日数); it changes none of the five columns. */
  private static void online(
      Judged judged, MarkBook.@Nullable Entry entry, List<Closure> closures) {
    boolean held = entry != null && entry.held();
    for (Closure closure : closures) {
      held |= closure.onlineLessons();
    }
    if (held) {
      judged.flag(DayFlag.ONLINE_HELD);
    }
    if (entry != null && entry.takenPart()) {
      judged.flag(DayFlag.ONLINE_TAKEN_PART);
    }
  }

  private void byMark(Judged judged, MarkBook.Entry entry, AttendanceCode code) {
    switch (code.effect()) {
      case PRESENT -> present(judged, entry);
      case ABSENT -> judged.dayClass = DayClass.ABSENT;
      case ONLINE -> judged.dayClass = DayClass.EXEMPT;
      case EXEMPT -> exempt(judged, entry.mark, code);
      case CREDITED -> credited(judged, entry, code);
    }
  }

  /** Basis: 30文科初第1845号 別紙1 備考 (遅刻・早退は出席); 元文科初第698号 (別室・保健室の登校は出席). */
  private static void present(Judged judged, MarkBook.Entry entry) {
    judged.dayClass = DayClass.PRESENT;
    if (entry.counts().contains(CodeCount.LATE)) {
      judged.flag(DayFlag.LATE);
    }
    if (entry.counts().contains(CodeCount.EARLY)) {
      judged.flag(DayFlag.EARLY);
    }
    if (entry.counts().contains(CodeCount.SEPARATE_ROOM)) {
      judged.flag(DayFlag.SEPARATE_ROOM);
    }
  }

  /** Basis: 30文科初第1845号 別紙1 (校長が出席しなくてもよいと認めた日数); 学校教育法35条. */
  private void exempt(Judged judged, DayMark mark, AttendanceCode code) {
    judged.acceptance = acceptance(mark);
    if (unaccepted(code, judged.acceptance)) {
      judged.become(DayClass.ABSENT, DayFlag.UNACCEPTED);
    } else {
      judged.dayClass = DayClass.EXEMPT;
    }
  }

  /** Basis: 元文科初第698号 別記1・別記2 (出席日数の内数として出席扱いとした日数). */
  private void credited(Judged judged, MarkBook.Entry entry, AttendanceCode code) {
    DayMark mark = entry.mark;
    judged.decision = decision(mark, code);
    Outcome outcome = judged.decision.map(CreditingDecision::outcome).orElse(Outcome.WAITING);
    if (outcome != Outcome.GRANTED) {
      judged.become(
          DayClass.ABSENT, outcome == Outcome.REFUSED ? DayFlag.REFUSED : DayFlag.PENDING);
      judged.gap =
          Optional.of(
              CreditingRules.gap(year.creditings(), code, mark.facility(), mark.date(), stay.id()));
    } else if (entry.isIct() && !ictDays.credits(mark)) {
      judged.become(DayClass.ABSENT, DayFlag.ICT_SHORT);
    } else {
      judged.become(DayClass.PRESENT, DayFlag.CREDITED);
      judged.row = code.sheetRow();
      if (code.counts().contains(CodeCount.ACTIVITY)) {
        judged.flag(DayFlag.ACTIVITY);
      }
    }
  }

  private Optional<CreditingDecision> decision(DayMark mark, AttendanceCode code) {
    String place =
        placedByDecision && mark.facility().isEmpty()
            ? CreditingRules.place(year.creditings(), code, mark.date(), stay.id()).orElse("")
            : mark.facility();
    return CreditingRules.find(year.creditings(), code, place, mark.date(), stay.id());
  }

  private void note(Judged judged, MarkBook.Entry entry) {
    LocalDate date = entry.mark.date();
    if (entry.twice()) {
      findings.add(DayFindings.MARK_TWICE, date);
    }
    judged.gap.ifPresent(gap -> findings.add(DayFindings.notDecided(gap), date));
    if (judged.dayClass == DayClass.ABSENT && judged.flags.contains(DayFlag.UNACCEPTED)) {
      findings.add(DayFindings.ACCEPTANCE_NOT_DECIDED, date);
    }
    if (judged.flags.contains(DayFlag.ICT_SHORT)) {
      findings.add(DayFindings.ICT_DAY_SHORT, date);
    }
    boolean open =
        !judged.flags.contains(DayFlag.CLOSED) && !judged.flags.contains(DayFlag.GRADE_CLOSED);
    boolean exemptByMark = judged.dayClass == DayClass.EXEMPT && isExempt(entry);
    if (open && entry.takenPart() && !exemptByMark) {
      findings.add(DayFindings.ONLINE_WITHOUT_CAUSE, date);
    }
  }

  private static boolean isExempt(MarkBook.Entry entry) {
    return entry.code().map(code -> code.effect() == CodeEffect.EXEMPT).orElse(false);
  }

  /** Tells whether an exempt mark is without the acceptance that it needs, or was refused one. */
  private boolean unaccepted(AttendanceCode code, Optional<Acceptance> acceptance) {
    boolean decided =
        code.decisionNeeded() == DecisionNeed.ACCEPTANCE
            || code.decisionNeeded() == DecisionNeed.ORDER;
    Optional<Outcome> outcome = acceptance.map(Acceptance::outcome);
    return decided
        && (outcome.isPresent()
            ? outcome.get() == Outcome.REFUSED
                || (outcome.get() == Outcome.WAITING && year.acceptances().asked())
            : year.acceptances().asked());
  }

  /** Finds the acceptance that speaks of a mark: a granted one before a refused one. */
  private Optional<Acceptance> acceptance(DayMark mark) {
    Acceptance found = null;
    for (Acceptance acceptance : year.acceptances().list()) {
      if (acceptance.code().equals(mark.code())
          && acceptance.period().contains(mark.date())
          && (found == null || GRANTED_FIRST.compare(acceptance, found) < 0)) {
        found = acceptance;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Tells whether a mark's day is open for the student and a granted decision covers it. */
  private boolean creditable(MarkBook.Entry entry) {
    DayMark mark = entry.mark;
    int index = grade.indexOf(mark.date().toEpochDay());
    if (index < 0 || entry.code().isEmpty()) {
      return false;
    }
    Optional<HomeroomId> homeroom = homeroomOn(mark.date());
    return grade.covering(index, homeroom, year.groups()).isEmpty()
        && !grade.gradeClosed(index, homeroom, year.groups())
        && decision(mark, entry.code().get())
            .map(decision -> decision.outcome() == Outcome.GRANTED)
            .orElse(false);
  }

  private Optional<HomeroomId> homeroomOn(LocalDate date) {
    for (Placement placement : stay.placements()) {
      if (placement.period().contains(date)) {
        return Optional.of(placement.homeroom());
      }
    }
    return Optional.empty();
  }

  /** A verdict in the making. */
  private static final class Judged {
    private DayClass dayClass = DayClass.UNKNOWN;
    private Set<DayFlag> flags = Set.of();
    private int row;
    private Optional<CreditingDecision> decision = Optional.empty();
    private Optional<CreditingGap> gap = Optional.empty();
    private Optional<Acceptance> acceptance = Optional.empty();

    void become(DayClass wanted, DayFlag flag) {
      dayClass = wanted;
      flag(flag);
    }

    void flag(DayFlag flag) {
      if (flags.isEmpty()) {
        flags = EnumSet.of(flag);
      } else {
        flags.add(flag);
      }
    }
  }
}
