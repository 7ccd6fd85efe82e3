// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.FilingRule;
import org.tsunagi.plugin.crediting.domain.ProposedDecision;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Remark;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.Finding;

/** Counts a student's year as it is and as a decision would make it, with the one engine. */
@Component(service = DecisionPreviews.class)
public class DecisionPreviews {
  private final Counting counting;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public DecisionPreviews(@Reference Counting counting, @Reference SchoolClock clock) {
    this.counting = counting;
    this.clock = clock;
  }

  /** A year counted twice. */
  record Two(List<StayCount> now, List<StayCount> after) {
    /** Returns both as one sees them who may not know restricted causes. */
    Two masked() {
      return new Two(
          now.stream().map(StayCount::masked).toList(),
          after.stream().map(StayCount::masked).toList());
    }
  }

  /** Counts the student's year, now and with a decision. */
  Two count(
      Connection connection,
      CreditingApplication application,
      List<Enrolment> stays,
      ProposedDecision said) {
    int year = SchoolYear.of(application.content().period().first()).year();
    Optional<Counting.Compared> compared =
        counting.compareStudent(
            connection, application.student(), stays, year, book -> with(book, application, said));
    return new Two(
        compared.map(one -> at(one.now(), application)).orElse(List.of()),
        compared.map(one -> at(one.after(), application)).orElse(List.of()));
  }

  private static List<StayCount> at(List<StayCount> stays, CreditingApplication application) {
    return stays.stream()
        .filter(one -> one.stay().grade().calendar().school().equals(application.school()))
        .toList();
  }

  private CreditingBook with(
      CreditingBook book, CreditingApplication application, ProposedDecision said) {
    ApplicationContent content = application.content();
    List<FiledDecision> filed = new ArrayList<>();
    FilingRule.decisions(
            application.id(),
            content.kind(),
            content.facility(),
            content.period(),
            Optional.of(said.outcome()),
            said.ranges(),
            Optional.of(clock.today()))
        .forEach(
            one ->
                filed.add(new FiledDecision(application.school(), content.period().first(), one)));
    return book.with(application.student(), application.id(), filed);
  }

  private static boolean speaksOf(CreditingApplication application, DayVerdict day) {
    ApplicationContent content = application.content();
    return content.period().contains(day.date())
        && day.causes().code().map(code -> code.isOfKind(content.kind())).orElse(false)
        && day.causes().mark().map(mark -> isAt(content, mark)).orElse(false);
  }

  /** Tells whether a mark may be of an application's place: it names no other one. */
  static boolean isAt(ApplicationContent content, DayMark mark) {
    return content.facility().isEmpty()
        || mark.facility().isEmpty()
        || mark.facility().equals(content.facility());
  }

  /** Lays out what changes. */
  PreviewView lay(CreditingApplication application, Two two, List<Finding> findings) {
    List<String> before = remarks(two.now());
    List<String> then = remarks(two.after());
    return new PreviewView(
        clock.today(),
        figures(two.now()),
        figures(two.after()),
        then.stream().map(one -> new PreviewView.Remark(one, !before.contains(one))).toList(),
        before.stream().filter(one -> !then.contains(one)).toList(),
        days(application, two),
        findings);
  }

  private static List<PreviewView.Day> days(CreditingApplication application, Two two) {
    Map<LocalDate, DayVerdict> before = new TreeMap<>();
    two.now().forEach(stay -> stay.days().forEach(day -> before.put(day.date(), day)));
    List<PreviewView.Day> days = new ArrayList<>();
    for (StayCount stay : two.after()) {
      for (DayVerdict after : stay.days()) {
        DayVerdict now = before.get(after.date());
        if (now != null && speaksOf(application, after)) {
          days.add(day(now, after));
        }
      }
    }
    return days;
  }

  private static PreviewView.Day day(DayVerdict now, DayVerdict after) {
    return new PreviewView.Day(
        after.date(),
        after.causes().code().map(code -> code.glyph()).orElse(""),
        now.dayClass().name(),
        after.dayClass().name(),
        now.dayClass() != after.dayClass(),
        why(after));
  }

  private static String why(DayVerdict after) {
    if (after.has(DayFlag.PENDING)) {
      return "waiting";
    }
    if (after.has(DayFlag.REFUSED)) {
      return "refused";
    }
    if (after.has(DayFlag.ICT_SHORT)) {
      return "evidenceMissing";
    }
    return after.has(DayFlag.CREDITED) ? "" : "outside";
  }

  private static List<String> remarks(List<StayCount> stays) {
    return stays.stream()
        .flatMap(stay -> stay.year().remarks().stream())
        .map(Remark::text)
        .toList();
  }

  private static PreviewView.Figures figures(List<StayCount> stays) {
    int[] sums = new int[6];
    for (StayCount stay : stays) {
      Tally tally = stay.year().tally();
      sums[0] += tally.schoolDays();
      sums[1] += tally.exemptDays();
      sums[2] += tally.requiredDays();
      sums[3] += tally.daysAbsent();
      sums[4] += tally.daysPresent();
      sums[5] += tally.creditedDays();
    }
    return new PreviewView.Figures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }
}
