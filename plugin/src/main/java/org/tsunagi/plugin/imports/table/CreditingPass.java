// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.DateRange;

/** Reads one file of decisions; what is wrong is said with its pointer. */
final class CreditingPass {
  private static final String NAME = CreditingsKind.NAME;

  private final StudentDirectory directory;
  private final Codes codes;
  private final ConditionLists lists;
  private final CreditingIntake intake;
  private final SchoolClock clock;
  private final JobRun run;
  private final List<CreditingIntake.Crediting> creditings = new ArrayList<>();
  private final List<CreditingIntake.Accepted> acceptances = new ArrayList<>();
  private final java.util.Set<String> facilities;
  private final Map<String, List<Enrolment>> stays = new java.util.HashMap<>();
  private int seen;

  CreditingPass(
      JobRun run,
      StudentDirectory directory,
      Codes codes,
      ConditionLists lists,
      CreditingIntake intake,
      SchoolClock clock) {
    this.run = run;
    this.directory = directory;
    this.codes = codes;
    this.lists = lists;
    this.intake = intake;
    this.clock = clock;
    this.facilities = intake.facilities(run.connection());
  }

  void warnUnknown(JsonItem item, String name) {
    if (!name.equals("creditings") && !name.equals("acceptances")) {
      item.warn("UNKNOWN_FIELD", name, "この項目は使わないので、読みませんでした。");
    }
  }

  void crediting(JsonItem item) {
    run.reach(++seen);
    if (!item.usable()) {
      return;
    }
    item.only(
        java.util.Set.of(
            "studentSourcedId",
            "kind",
            "facilityId",
            "provider",
            "guide",
            "activity",
            "firstOn",
            "lastOn",
            "plan",
            "nextStep",
            "conditions",
            "decision",
            "decidedBy",
            "decidedOn",
            "reason"));
    Optional<DateRange> period = item.range();
    Optional<SchoolId> school = school(item, period);
    String kind = kind(item);
    String facility = item.text("facilityId", 64);
    if (!facility.isEmpty() && !facilities.contains(facility)) {
      item.error("UNKNOWN_FACILITY", "facilityId", "この施設は登録されていません。先に施設（facilities）を取り込んでください。");
    }
    Optional<DecisionOutcome> outcome = outcome(item);
    if (period.isEmpty() || school.isEmpty() || outcome.isEmpty() || !item.usable()) {
      return;
    }
    List<ConditionList> own = lists(item, kind, school.get(), period.get());
    List<CreditingIntake.Found> found = found(item, own, kind);
    ApplicationContent content = content(item, kind, own, found, period.get());
    if (item.usable()) {
      creditings.add(
          new CreditingIntake.Crediting(
              school.get(),
              new StudentId(item.text("studentSourcedId", 255)),
              content,
              found,
              outcome.get(),
              item.text("decidedBy", 300),
              item.date("decidedOn"),
              item.text("reason", 4000)));
    }
  }

  private ApplicationContent content(
      JsonItem item,
      String kind,
      List<ConditionList> own,
      List<CreditingIntake.Found> found,
      DateRange period) {
    String list =
        own.stream()
            .filter(one -> own.size() == 1 || holdsAll(one, found))
            .findFirst()
            .map(ConditionList::id)
            .orElse("");
    return new ApplicationContent(
        kind,
        list,
        item.text("facilityId", 64),
        item.text("provider", 300),
        item.text("guide", 300),
        item.text("activity", 200),
        period,
        item.text("plan", 4000),
        item.text("nextStep", 2000));
  }

  private static boolean holdsAll(ConditionList list, List<CreditingIntake.Found> found) {
    return !found.isEmpty()
        && found.stream().allMatch(one -> list.find(one.condition()).isPresent());
  }

  void acceptance(JsonItem item) {
    run.reach(++seen);
    if (!item.usable()) {
      return;
    }
    item.only(
        java.util.Set.of(
            "studentSourcedId",
            "code",
            "firstOn",
            "lastOn",
            "decision",
            "decidedBy",
            "decidedOn",
            "reason"));
    Optional<DateRange> period = item.range();
    Optional<SchoolId> school = school(item, period);
    String code = item.text("code", 64);
    boolean exempt =
        codes.catalogue(run.connection()).find(code).stream()
            .anyMatch(one -> one.effect() == CodeEffect.EXEMPT);
    if (!exempt) {
      item.error("UNKNOWN_CODE", "code", "出席停止等の記号の番号（EXEMPT_DISASTER など）を書いてください。");
    }
    Optional<Outcome> outcome = Outcome.find(item.text("decision", 20));
    if (outcome.isEmpty()) {
      item.error("BAD_VALUE", "decision", "granted、refused、waiting のどれかを書いてください。");
    }
    Optional<java.time.LocalDate> decidedOn = item.date("decidedOn");
    String reason = item.text("reason", 1000);
    String by = item.text("decidedBy", 300);
    if (item.usable() && school.isPresent() && period.isPresent() && outcome.isPresent()) {
      acceptances.add(
          new CreditingIntake.Accepted(
              school.get(),
              new StudentId(item.text("studentSourcedId", 255)),
              code,
              period.get(),
              outcome.get(),
              by,
              decidedOn,
              reason));
    }
  }

  /** The school of the stay on the first day; where there is none, of the next stay. */
  private Optional<SchoolId> school(JsonItem item, Optional<DateRange> period) {
    String student = item.text("studentSourcedId", 255);
    if (student.isEmpty() || directoryStays(student).isEmpty()) {
      item.error("UNKNOWN_STUDENT", "studentSourcedId", "この児童生徒は名簿にいません。番号を確かめるか、先に名簿を取り込んでください。");
      return Optional.empty();
    }
    if (period.isEmpty()) {
      return Optional.empty();
    }
    Optional<SchoolId> school =
        directoryStays(student).stream()
            .filter(stay -> !stay.first().isAfter(period.get().last()))
            .filter(
                stay -> stay.last().map(end -> !end.isBefore(period.get().first())).orElse(true))
            .filter(CreditingPass::hasDay)
            .min(java.util.Comparator.comparing(Enrolment::first))
            .map(Enrolment::school);
    if (school.isEmpty()) {
      item.error("OUTSIDE_STAY", "firstOn", "この期間は、どの学校にも在籍していません。日付か名簿を確かめてください。");
    }
    return school;
  }

  private List<Enrolment> directoryStays(String student) {
    return stays.computeIfAbsent(student, id -> directory.listEnrolments(new StudentId(id)));
  }

  /** A row ①–⑧ or a credited code; a code of a row is its row. */
  private String kind(JsonItem item) {
    String kind = item.text("kind", 64);
    if (!CreditingKinds.glyph(kind).isEmpty()) {
      return kind;
    }
    Optional<AttendanceCode> code =
        codes
            .catalogue(run.connection())
            .find(kind)
            .filter(one -> one.effect() == CodeEffect.CREDITED);
    if (code.isEmpty()) {
      item.error("UNKNOWN_CODE", "kind", "1〜8 か、出席扱いの記号の番号（CREDITED_ACTIVITY など）を書いてください。");
    }
    return code.map(AttendanceCode::kind).orElse(kind);
  }

  private Optional<DecisionOutcome> outcome(JsonItem item) {
    Optional<DecisionOutcome> outcome =
        DecisionOutcome.find(item.text("decision", 20))
            .filter(one -> one != DecisionOutcome.WITHDRAWN);
    if (outcome.isEmpty()) {
      item.error("BAD_VALUE", "decision", "granted、refused、waiting のどれかを書いてください。");
    }
    item.date("decidedOn");
    item.text("reason", 4000);
    return outcome;
  }

  private List<ConditionList> lists(JsonItem item, String kind, SchoolId school, DateRange period) {
    boolean upper =
        directoryStays(item.text("studentSourcedId", 255)).stream()
            .filter(stay -> stay.school().equals(school))
            .filter(stay -> stay.schoolYear() == SchoolYear.of(period.first()).year())
            .anyMatch(stay -> stay.grade().name().startsWith("H"));
    return CreditingKinds.lists(kind, upper, lists.list(run.connection(), school));
  }

  private List<CreditingIntake.Found> found(JsonItem item, List<ConditionList> own, String kind) {
    List<CreditingIntake.Found> found = new ArrayList<>();
    int index = 0;
    for (JsonNode one : item.node().path("conditions")) {
      JsonItem condition = new JsonItem(run, NAME, item.pointer() + "/conditions/" + index++, one);
      condition.only(java.util.Set.of("id", "met", "by", "on", "evidence"));
      String id = condition.text("id", 64);
      if (own.stream().noneMatch(list -> list.find(id).isPresent())) {
        condition.error(
            "UNKNOWN_CONDITION", "id", "種類" + kind + "の要件の一覧に、この番号はありません。要件の番号を確かめてください。");
      }
      boolean met = condition.flag("met");
      Optional<java.time.LocalDate> on = condition.date("on");
      if (on.isEmpty() && condition.usable()) {
        condition.error("BAD_DATE", "on", "確認した日を 2026-04-08 の形で書いてください。");
      }
      String by = condition.text("by", 300);
      List<String> evidence = condition.texts("evidence");
      if (condition.usable()) {
        found.add(new CreditingIntake.Found(id, met, by, on.orElseThrow(), evidence));
      } else {
        item.spoil();
      }
    }
    return found;
  }

  JobCounts write() {
    Signature by = FacilitiesKind.author(run, clock);
    return intake
        .writeCreditings(run.connection(), creditings, by)
        .plus(intake.writeAcceptances(run.connection(), acceptances, by));
  }

  /** Tells whether nothing was read. */
  boolean isEmpty() {
    return seen == 0;
  }

  private static boolean hasDay(Enrolment stay) {
    return stay.last().map(end -> !end.isBefore(stay.first())).orElse(true);
  }
}
