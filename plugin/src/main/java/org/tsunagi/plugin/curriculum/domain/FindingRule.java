// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.Finding;

/** Says what stands out in a plan; nothing is mended. */
final class FindingRule {
  /** How many per cent points 「約」 and 「程度」 may be away. */
  private static final BigDecimal ABOUT = BigDecimal.valueOf(2);

  private final List<Finding> findings = new ArrayList<>();
  private final CurriculumPlan plan;
  private final PlanFigures figures;

  private FindingRule(CurriculumPlan plan, PlanFigures figures) {
    this.plan = plan;
    this.figures = figures;
  }

  static List<Finding> findings(
      CurriculumPlan plan,
      PlanFigures figures,
      List<Pattern> patterns,
      CreditFigures credits,
      Standards standards) {
    FindingRule rule = new FindingRule(plan, figures);
    rule.arithmetic();
    rule.findings.addAll(PrintedStandardRule.findings(plan, figures, standards));
    rule.units();
    rule.total(patterns);
    rule.rows();
    rule.prose();
    rule.week();
    rule.aim();
    rule.credits(credits);
    rule.findings.addAll(TransferRule.findings(plan, figures));
    return rule.findings;
  }

  private void arithmetic() {
    Optional<BigDecimal> sum = figures.sum();
    Optional<BigDecimal> total = plan.declared().total();
    if (sum.isPresent() && total.isPresent() && sum.get().compareTo(total.get()) != 0) {
      warn(
          "ARITHMETIC",
          "教科等の時数を足すと%sですが、合計は%sと書かれています（差 %s）。時数か合計を確かめて直してください。"
              .formatted(
                  HourText.plain(sum.get()),
                  HourText.plain(total.get()),
                  HourText.signed(sum.get().subtract(total.get()))));
    }
    Optional<BigDecimal> cut = figures.difference().map(BigDecimal::negate);
    Optional<BigDecimal> printed = plan.declared().reduction();
    if (cut.isPresent() && printed.isPresent() && cut.get().compareTo(printed.get()) != 0) {
      warn(
          "ARITHMETIC",
          "標準から特例を引くと%sですが、削減は%sと書かれています。標準か削減の数を確かめて直してください。"
              .formatted(HourText.plain(cut.get()), HourText.plain(printed.get())));
    }
  }

  private void units() {
    int standard = figures.standardUnitMinutes();
    if (PlanRule.shortens(plan)) {
      notice(
          "UNIT_SHORTENED",
          "1単位時間が%d分で、標準の%d分より短くなっています。分でも比べて確かめてください。"
              .formatted(plan.units().minutes().orElse(standard), standard));
    }
    if (plan.units().basis() == CurriculumPlan.Basis.UNKNOWN
        && plan.units().minutes().orElse(standard) != standard) {
      warn(
          "UNIT_BASIS_UNKNOWN",
          "時数が%d分のままの数か、%d分に換算した数かが分かりません。どちらかを選んでください。"
              .formatted(plan.units().minutes().orElse(standard), standard));
    }
  }

  private void total(List<Pattern> patterns) {
    if (figures.difference().map(units -> units.signum() > 0).orElse(false)) {
      notice(
          "OVER_STANDARD",
          "合計が標準より%s単位時間多くなっています。"
              .formatted(HourText.plain(figures.difference().orElse(BigDecimal.ZERO))));
    }
    boolean known = figures.sum().isPresent() && figures.absent().isEmpty();
    boolean same = figures.difference().map(units -> units.signum() == 0).orElse(false);
    if (patterns.isEmpty() && known && same) {
      notice("NO_CHANGE", "標準と同じ時数です。この学年には特例がありません。");
    }
    if (!plan.frame().variant().isEmpty()) {
      notice("VARIANT", "コース「%s」の表です。同じ学年のほかのコースは、別の表にしてください。".formatted(plan.frame().variant()));
    }
    if (plan.declared().eventHoursOutside().signum() > 0) {
      notice(
          "EVENT_HOURS_OUTSIDE_TABLE",
          "行事などの%s時間は、この表の合計に入っていません。"
              .formatted(HourText.plain(plan.declared().eventHoursOutside())));
    }
  }

  private void rows() {
    named(
        PlanRow::atZero,
        Finding.Severity.NOTICE,
        "SUBJECTS_AT_ZERO",
        "時数が0の教科等があります：%s。その内容をどこで扱うかを書いてください。");
    if (!figures.absent().isEmpty()) {
      warn(
          "ROW_ABSENT",
          "行のない教科等があります：%s。時数がなければ0と書き、内容を扱う所を書いてください。"
              .formatted(String.join("、", figures.absent())));
    }
    named(
        row -> row.subject().hours().isEmpty(),
        Finding.Severity.WARNING,
        "CELL_LOST",
        "時数のます目が空です：%s。もとの表を見て書いてください。");
    named(
        row -> row.subject().hours().map(FindingRule::hasPart).orElse(false),
        Finding.Severity.NOTICE,
        "DECIMAL_HOURS",
        "小数の時数があります：%s。");
    named(PlanRow::abbreviated, Finding.Severity.NOTICE, "NAME_ALIAS", "略した名前を、教科等の名前として読みました：%s。");
  }

  private void named(
      Predicate<PlanRow> which, Finding.Severity severity, String code, String message) {
    String names =
        figures.rows().stream()
            .filter(which)
            .map(row -> row.subject().name())
            .collect(Collectors.joining("、"));
    if (!names.isEmpty()) {
      findings.add(new Finding(code, severity, message.formatted(names)));
    }
  }

  private void prose() {
    Optional<BigDecimal> told = plan.declared().reductionPercent();
    Optional<BigDecimal> reckoned = figures.differencePercent().map(BigDecimal::negate);
    if (told.isPresent()
        && reckoned.isPresent()
        && told.get().subtract(reckoned.get()).abs().compareTo(ABOUT) > 0) {
      warn(
          "PROSE_MISMATCH",
          "文章では約%s％の削減とありますが、表では%s％です。文章か表を直してください。"
              .formatted(HourText.plain(told.get()), HourText.plain(reckoned.get())));
    }
  }

  private void week() {
    if (plan.week().units().isEmpty() || figures.total().isEmpty()) {
      return;
    }
    BigDecimal weekly = plan.week().units().get();
    BigDecimal held = weekly.multiply(BigDecimal.valueOf(plan.week().weeks()));
    String text =
        "週%s×%d週＝%s、合計は%s"
            .formatted(
                HourText.plain(weekly),
                plan.week().weeks(),
                HourText.plain(held),
                HourText.plain(figures.total().get()));
    switch (held.compareTo(figures.total().get())) {
      case 0 -> notice("CAPACITY_EXACT", text + "です。時間割と合っています。");
      case -1 -> notice("CAPACITY_SHORT", text + "です。週の数か時間割を確かめてください。");
      default -> {
        // A week that holds more than the table needs is nothing to say.
      }
    }
  }

  private void aim() {
    if (!plan.aim().targets().equals(List.of("B"))) {
      return;
    }
    if (plan.aim().reasonForB().isBlank()) {
      findings.add(
          new Finding(
              "TARGET_B_ALONE",
              Finding.Severity.ERROR,
              "対象を「不登校傾向（B）」だけにした申請は、原則としてできません。「不登校状態（A）」も入れるか、Bだけにする理由を書いてください。"));
    } else {
      warn("TARGET_B_ALONE", "対象が「不登校傾向（B）」だけです。書かれた理由で認められるか、事前に確かめてください。");
    }
  }

  private void credits(CreditFigures credits) {
    if (!credits.homeStudyFits()) {
      findings.add(
          new Finding(
              "HOME_STUDY_CAP",
              Finding.Severity.ERROR,
              "自宅学習支援型で修得する単位が%sで、3年間の上限35を超えています。科目か単位を減らしてください。"
                  .formatted(HourText.plain(credits.homeStudy()))));
    }
  }

  private void warn(String code, String message) {
    findings.add(new Finding(code, Finding.Severity.WARNING, message));
  }

  private void notice(String code, String message) {
    findings.add(new Finding(code, Finding.Severity.NOTICE, message));
  }

  private static boolean hasPart(BigDecimal hours) {
    return hours.stripTrailingZeros().scale() > 0;
  }
}
