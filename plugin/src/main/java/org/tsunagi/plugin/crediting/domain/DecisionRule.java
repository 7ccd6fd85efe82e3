// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;

/**
 * Holds a principal's decision against the texts. Whether to credit stays the principal's own word;
 * the rule says only what must be there before.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は指導要録上出席扱いとすることができる); 平成29年4月3日 事務連絡 Q1・Q3.
 */
public final class DecisionRule {
  /** The code of the notice that a refusal must not rest on what was done before or elsewhere. */
  public static final String PRECEDENT = "PRECEDENT_IS_NO_GROUND";

  /** The code of the notice that what another school did grants nothing by itself. */
  public static final String AUTOMATIC = "AUTOMATIC_GRANT_IS_IMPROPER";

  private static final Pattern PRECEDENT_WORDS = Pattern.compile("前例|先例|地域性");
  private static final Pattern ELSEWHERE_WORDS = Pattern.compile("前例|先例|他市|他校|近隣|隣の市");
  private static final String PRECEDENT_TEXT =
      "事務連絡（平成29年4月3日）Q1には「校長は、このような申出があった場合、「地域性」や「前例」を理由とせず、通知の定める取扱に従って、競技の種類の如何に関わらず、"
          + "各種競技大会等への参加が教育上有意義であるかどうかを個別具体的に判断する必要があります」とあります。理由を書きなおすか、読んだうえでこのままにすることを選んでください。";
  private static final String AUTOMATIC_TEXT =
      "事務連絡（平成29年4月3日）Q3では、ほかの学校や自治体で認められたことだけで「自動的に「出席」扱いを認めるという運用は不適切」とされています。"
          + "この児童生徒についての理由を書きたすか、読んだうえでこのままにすることを選んでください。";

  private DecisionRule() {}

  /** Lists what there is to say; an error hinders the decision, the rest does not. */
  public static List<Finding> check(DecisionCase known, ProposedDecision said) {
    List<Finding> findings = new ArrayList<>();
    reason(findings, said);
    if (said.outcome() == DecisionOutcome.GRANTED) {
      ranges(findings, known, said.ranges());
      conditions(findings, known, said);
      bodies(findings, known);
      notices(findings, known, said);
    } else if (!said.ranges().isEmpty()) {
      findings.add(error("RANGES_NOT_EXPECTED", "日にちを入れるのは、出席扱いとするときだけです。日にちを消してください。"));
    }
    if (said.outcome() == DecisionOutcome.WITHDRAWN && known.application().newestDecision() == 0) {
      findings.add(error("NOTHING_TO_WITHDRAW", "まだ判断がないので、取り消すものがありません。"));
    }
    if (said.guardianToldOn().isEmpty()) {
      findings.add(
          new Finding("GUARDIAN_NOT_TOLD", Finding.Severity.NOTICE, "保護者に説明した日が、まだ入っていません。"));
    }
    return findings;
  }

  private static void reason(List<Finding> findings, ProposedDecision said) {
    if (said.reason().isBlank()) {
      findings.add(error("REASON_NEEDED", "判断の理由を、保護者に伝える文で書いてください。"));
    } else if (said.reason().length() > 4000 || said.nextStep().length() > 2000) {
      findings.add(error("TOO_LONG", "文字が多すぎます。理由は4000字、次の支援は2000字までです。"));
    }
    boolean granted = said.outcome() == DecisionOutcome.GRANTED;
    if (!granted && PRECEDENT_WORDS.matcher(said.reason()).find()) {
      findings.add(answer(PRECEDENT, PRECEDENT_TEXT, said));
    }
    if (granted && ELSEWHERE_WORDS.matcher(said.reason()).find()) {
      findings.add(answer(AUTOMATIC, AUTOMATIC_TEXT, said));
    }
  }

  /** A notice's own text: it hinders until the principal says that it was read. */
  private static Finding answer(String code, String text, ProposedDecision said) {
    return new Finding(
        code,
        said.acknowledged().contains(code) ? Finding.Severity.NOTICE : Finding.Severity.ERROR,
        text);
  }

  private static void ranges(List<Finding> findings, DecisionCase known, List<DateRange> ranges) {
    if (ranges.isEmpty()) {
      findings.add(error("RANGE_NEEDED", "出席扱いとする日にち（始めと終わり）を入れてください。"));
    }
    DateRange period = known.application().content().period();
    for (DateRange range : ranges) {
      if (!period.contains(range.first()) || !period.contains(range.last())) {
        findings.add(
            error("OUTSIDE_PERIOD", text(range) + "は、申請の期間の外です。期間の中の日にちにするか、先に申請の期間を変えてください。"));
      } else if (known.stays().stream()
          .noneMatch(stay -> stay.contains(range.first()) && stay.contains(range.last()))) {
        findings.add(error("OUTSIDE_STAY", text(range) + "は、この学校に在籍していない日を含みます。在籍している日だけにしてください。"));
      }
    }
    for (int i = 0; i < ranges.size(); i++) {
      for (int j = i + 1; j < ranges.size(); j++) {
        if (meet(ranges.get(i), ranges.get(j))) {
          findings.add(error("RANGES_OVERLAP", "日にちが重なっています。重ならないように分けてください。"));
        }
      }
    }
  }

  private static void conditions(
      List<Finding> findings, DecisionCase known, ProposedDecision said) {
    if (known.list().isEmpty()) {
      findings.add(
          known.highSchool()
              ? error(
                  "NO_RULE_SET",
                  "高等学校の出席扱いは、別の通知（平成21年3月12日）によります。この学校には要件の一覧がまだありません。システム担当に、要件の一覧を入れるよう頼んでください。")
              : error("NO_CONDITION_LIST", "この種類の要件の一覧がありません。システム担当に知らせてください。"));
      return;
    }
    Set<String> groups = new HashSet<>();
    for (Condition condition : known.conditions()) {
      if (condition.appliesTo().startsWith("any:")) {
        groups.add(condition.appliesTo());
      } else if (condition.appliesTo().equals("monthly:visit")) {
        visits(findings, known, condition, said.ranges());
      } else if (condition.principle() && known.looked(condition.id())) {
        principle(findings, known, condition);
      } else if (condition.required() && !condition.forAssessment() && !known.met(condition.id())) {
        findings.add(open(condition, condition.hint()));
      }
    }
    for (String group : groups) {
      oneOf(findings, known, group);
    }
  }

  /** Basis: 元文科初第698号 別記2 2(6) (基本的に…施設において相談・指導を受けられないような場合). */
  private static void principle(List<Finding> findings, DecisionCase known, Condition condition) {
    if (!known.met(condition.id())) {
      findings.add(
          new Finding(
              "IN_PRINCIPLE",
              Finding.Severity.WARNING,
              "要件"
                  + condition.number()
                  + "は、当てはまらないと確認されています。通知は「基本的に」としています。それでも出席扱いとするときは、校長がそう判断した理由を書いてください。"));
    }
  }

  private static void oneOf(List<Finding> findings, DecisionCase known, String group) {
    List<Condition> choices =
        known.conditions().stream().filter(one -> one.appliesTo().equals(group)).toList();
    if (choices.stream().noneMatch(one -> known.met(one.id()))) {
      findings.add(
          error(
              "CHOICE_NEEDED",
              choices.stream().map(Condition::number).collect(Collectors.joining("・"))
                  + "のどれに当たるかを、1つは確認してください。"));
    }
  }

  /** Basis: 元文科初第698号 別記2 2(3) (訪問等による対面指導が…定期的かつ継続的に). */
  private static void visits(
      List<Finding> findings, DecisionCase known, Condition condition, List<DateRange> ranges) {
    Set<YearMonth> visited = new HashSet<>();
    known.visits().forEach(date -> visited.add(YearMonth.from(date)));
    Set<YearMonth> lacking = new TreeSet<>();
    boolean met = known.met(condition.id());
    for (YearMonth month : months(ranges)) {
      boolean past = !month.isAfter(YearMonth.from(known.today()));
      boolean counts = met ? past && known.learningMonths().contains(month) : true;
      if (counts && !visited.contains(month)) {
        lacking.add(month);
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    String months =
        lacking.stream().map(month -> month.getMonthValue() + "月").collect(Collectors.joining("・"));
    if (met) {
      findings.add(
          new Finding(
              "VISITS_MISSING",
              Finding.Severity.WARNING,
              months + "は、対面指導の記録がありません。記録が入るまで、その月の日は数えないことを考えてください。"));
    } else {
      findings.add(open(condition, months + "の対面指導の記録がありません。記録を入れるか、記録のある月だけの日にちにしてください。"));
    }
  }

  private static Set<YearMonth> months(List<DateRange> ranges) {
    Set<YearMonth> months = new TreeSet<>();
    for (DateRange range : ranges) {
      for (YearMonth month = YearMonth.from(range.first());
          !month.isAfter(YearMonth.from(range.last()));
          month = month.plusMonths(1)) {
        months.add(month);
      }
    }
    return months;
  }

  /** Basis: 元文科初第698号 別記1 2(2) (設置者である教育委員会と十分な連携をとって判断), 4 (施設名を記入). */
  private static void bodies(List<Finding> findings, DecisionCase known) {
    if (!CreditingKinds.isFacility(known.application().content().kind())) {
      return;
    }
    if (known.facility().isEmpty()) {
      findings.add(error("FACILITY_NEEDED", "指導要録に施設名を書くので、施設を選んでから判断してください。"));
    }
    if (known.isPrivate() && known.talks().isEmpty()) {
      findings.add(
          error(
              "BOARD_CONSULTATION_NEEDED",
              "民間の施設のときは、設置者である教育委員会との連携が要ります。相談した日・相手・内容を記録してから判断してください。"));
    }
  }

  /** Basis: 元文科初第698号 別記2 2(6) (施設において相談・指導を受けられないような場合). */
  private static void notices(List<Finding> findings, DecisionCase known, ProposedDecision said) {
    boolean both =
        known.application().content().kind().equals("8")
            && said.ranges().stream()
                .anyMatch(
                    range -> known.facilityDecisions().stream().anyMatch(one -> meet(one, range)));
    if (both) {
      findings.add(
          new Finding(
              "FACILITY_DECISION_IN_PERIOD",
              Finding.Severity.WARNING,
              "同じ期間に、学校外の施設（別記1）の出席扱いがあります。別記2(6)は施設で相談・指導を受けられないような場合の学習です。"
                  + "施設に通えない日の学習であることを確かめてください。"));
    }
  }

  private static Finding open(Condition condition, String how) {
    return error("CONDITION_OPEN", "要件" + condition.number() + "が、まだ確認されていません。" + how);
  }

  private static boolean meet(DateRange one, DateRange other) {
    return !one.first().isAfter(other.last()) && !other.first().isAfter(one.last());
  }

  private static String text(DateRange range) {
    return range.first() + "から" + range.last() + "まで";
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
