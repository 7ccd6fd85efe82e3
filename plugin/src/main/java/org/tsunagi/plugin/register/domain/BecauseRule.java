// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/**
 * Tells the chain of facts behind a verdict in plain Japanese: calendar, closure, enrolment, mark,
 * decision, each with its basis; a rule that drew a conclusion stands after its facts.
 *
 * <p>Basis: each fact carries its own.
 */
final class BecauseRule {
  private static final String NOTICE = "30文科初第1845号 別紙1";
  private static final String ONLINE = "2文科初第1733号 別紙1";

  private BecauseRule() {}

  static List<Fact> because(DayVerdict verdict) {
    DayCauses causes = verdict.causes();
    List<Fact> facts = new ArrayList<>();
    facts.add(calendar(causes.day()));
    for (Closure closure : causes.closures()) {
      facts.add(closure(closure));
    }
    if (verdict.has(DayFlag.GRADE_CLOSED)) {
      facts.add(new Fact("rule", "GRADE_CLOSED", "学年の全部が休業したので、授業日数に入れません。", NOTICE));
    }
    facts.add(new Fact("enrolment", causes.stay().id(), "在籍している日です。", NOTICE));
    causes.mark().ifPresent(mark -> facts.add(mark(mark, causes.code())));
    if (causes.mark().isEmpty() && verdict.dayClass() == DayClass.PRESENT) {
      facts.add(new Fact("rule", "BLANK", "出席をとった日で記号がないので、出席です。", NOTICE));
    }
    if (verdict.dayClass() == DayClass.UNKNOWN) {
      facts.add(new Fact("rule", "NOT_TAKEN", "出席をまだとっていないので、未確認です。", NOTICE));
    }
    decision(verdict).ifPresent(facts::add);
    acceptance(verdict).ifPresent(facts::add);
    return facts;
  }

  private static Fact calendar(SchoolDay day) {
    String title = day.title().isEmpty() ? "" : "（" + day.title() + "）";
    return new Fact("calendar", day.date().toString(), "授業日の予定があります" + title + "。", NOTICE);
  }

  private static Fact closure(Closure closure) {
    String who =
        switch (closure.scope()) {
          case SCHOOL -> "学校の全部";
          case GRADE -> "学年の全部";
          case HOMEROOM -> "学級";
          case GROUP -> "グループ「" + closure.target() + "」";
        };
    String why = closure.reason().isEmpty() ? "" : "（" + closure.reason() + "）";
    return new Fact("closure", closure.id(), who + "が臨時休業でした" + why + "。", closure.basis().law());
  }

  private static Fact mark(DayMark mark, Optional<AttendanceCode> code) {
    String text =
        code.map(known -> "出席簿の記号は「" + known.label() + "」です。").orElse("オンラインの授業の記録があります。");
    return new Fact(
        "mark", mark.date().toString(), text, code.map(AttendanceCode::basis).orElse(ONLINE));
  }

  private static Optional<Fact> decision(DayVerdict verdict) {
    boolean credited = verdict.has(DayFlag.CREDITED) || verdict.has(DayFlag.ICT_SHORT);
    if (!credited && !verdict.has(DayFlag.PENDING) && !verdict.has(DayFlag.REFUSED)) {
      return Optional.empty();
    }
    String basis = verdict.causes().code().map(AttendanceCode::basis).orElse(NOTICE);
    String id = verdict.causes().decision().map(one -> one.id()).orElse("");
    if (verdict.has(DayFlag.ICT_SHORT)) {
      return Optional.of(new Fact("rule", "ICT", "ICT学習の日数換算の規程に届かないので、欠席です。", "設置者の換算規程"));
    }
    if (credited) {
      return Optional.of(new Fact("decision", id, "校長の決定があるので、出席扱いです。", basis));
    }
    String text =
        verdict
            .causes()
            .gap()
            .map(gap -> DayFindings.reason(gap) + "、欠席として数えます。")
            .orElse("出席扱いの決定がないので、欠席として数えます。");
    return Optional.of(new Fact("decision", id, text, basis));
  }

  private static Optional<Fact> acceptance(DayVerdict verdict) {
    if (verdict.has(DayFlag.UNACCEPTED)) {
      if (verdict.dayClass() == DayClass.EXEMPT) {
        return Optional.empty();
      }
      return Optional.of(new Fact("acceptance", "", "校長などの承認がないので、欠席として数えます。", NOTICE));
    }
    return verdict
        .causes()
        .acceptance()
        .map(one -> new Fact("acceptance", one.id(), "出席しなくてもよいと認められた日です。", NOTICE));
  }
}
