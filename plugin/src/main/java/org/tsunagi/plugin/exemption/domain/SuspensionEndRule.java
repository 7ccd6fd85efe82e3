// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.exemption.domain.Disease.Ask;

/**
 * Reckons the first day on which a child may come to school again. The day of the onset, or on
 * which the fever went, is day zero: 「5日を経過」 means that five more days pass and the child may come
 * on the sixth. A doctor may find earlier that there is no risk.
 *
 * <p>Basis: 学校保健安全法施行規則19条 (出席停止の期間の基準).
 */
public final class SuspensionEndRule {
  private static final String BASIS = "学校保健安全法施行規則19条";

  private final Map<Ask, LocalDate> told;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private @Nullable LocalDate first;

  private SuspensionEndRule(Map<Ask, LocalDate> told) {
    this.told = told;
  }

  /**
   * Reckons.
   *
   * @param told the days that are known
   * @param doctorOn from when a doctor found no risk; empty when none did
   */
  public static SuspensionEnd reckon(
      Disease disease, Map<Ask, LocalDate> told, Optional<LocalDate> doctorOn) {
    SuspensionEndRule rule = new SuspensionEndRule(told);
    rule.reckon(disease);
    if (doctorOn.isPresent()) {
      return rule.byDoctor(disease, doctorOn.get());
    }
    if (disease.asks().isEmpty()) {
      String until = disease.kind() == 1 ? "治癒するまで" : "医師が感染のおそれがないと認めるまで";
      return rule.answer(SuspensionEnd.State.DOCTOR, List.of(until + "です。医師の判断を待ちます。"));
    }
    return rule.answer(
        rule.missing.isEmpty() ? SuspensionEnd.State.KNOWN : SuspensionEnd.State.WAITING,
        rule.reasons);
  }

  private void reckon(Disease disease) {
    switch (disease) {
      case INFLUENZA -> {
        after(Ask.ONSET, 5);
        after(Ask.FEVER_GONE, 2);
        reasons.add("幼児は、解熱したあと3日です。");
      }
      case COVID19 -> {
        after(Ask.ONSET, 5);
        after(Ask.SYMPTOMS_EASED, 1);
      }
      case PERTUSSIS -> pertussis();
      case MEASLES -> after(Ask.FEVER_GONE, 3);
      case MUMPS -> {
        after(Ask.SWELLING, 5);
        from(Ask.WELL);
      }
      case RUBELLA -> from(Ask.RASH_GONE);
      case VARICELLA -> from(Ask.CRUSTED);
      case PHARYNGOCONJUNCTIVAL_FEVER -> after(Ask.SYMPTOMS_GONE, 2);
      default -> {
        return;
      }
    }
  }

  /** Some days must have passed after the day itself. */
  private void after(Ask ask, int days) {
    LocalDate day = told.get(ask);
    if (day == null) {
      missing.add(ask.code());
      return;
    }
    LocalDate free = day.plusDays(days + 1L);
    reasons.add(
        ask.label() + "（" + say(day) + "）のあと" + days + "日がたつのは" + say(free.minusDays(1)) + "です。");
    later(free);
  }

  /** From the day on. */
  private void from(Ask ask) {
    LocalDate day = told.get(ask);
    if (day == null) {
      missing.add(ask.code());
      return;
    }
    reasons.add(ask.label() + "は" + say(day) + "です。");
    later(day);
  }

  /** Either of the two is enough. */
  private void pertussis() {
    LocalDate cough = told.get(Ask.COUGH_GONE);
    LocalDate treated = told.get(Ask.TREATMENT_DONE);
    if (cough == null && treated == null) {
      missing.add(Ask.COUGH_GONE.code());
      missing.add(Ask.TREATMENT_DONE.code());
      return;
    }
    if (treated != null && (cough == null || treated.plusDays(1).isBefore(cough))) {
      reasons.add(Ask.TREATMENT_DONE.label() + "は" + say(treated) + "です。");
      later(treated.plusDays(1));
    } else {
      from(Ask.COUGH_GONE);
    }
  }

  private void later(LocalDate day) {
    first = first == null || day.isAfter(first) ? day : first;
  }

  private SuspensionEnd byDoctor(Disease disease, LocalDate doctorOn) {
    LocalDate ruled = first;
    boolean early =
        disease.asks().isEmpty()
            || !missing.isEmpty()
            || (ruled != null && doctorOn.isBefore(ruled));
    if (early) {
      first = doctorOn;
      missing.clear();
      return answer(
          SuspensionEnd.State.KNOWN, List.of("医師が感染のおそれがないと認めた日（" + say(doctorOn) + "）からです。"));
    }
    return answer(SuspensionEnd.State.KNOWN, reasons);
  }

  private SuspensionEnd answer(SuspensionEnd.State state, List<String> why) {
    boolean known = state == SuspensionEnd.State.KNOWN;
    return new SuspensionEnd(
        state,
        known ? Optional.ofNullable(first) : Optional.empty(),
        known ? Optional.empty() : Optional.ofNullable(first),
        why,
        missing,
        BASIS);
  }

  private static String say(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
