// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.code.domain.DecisionNeed;

/**
 * Keeps the name, the detail and the ground of restricted codes (custody, protection, a
 * correctional institution) from readers who may not know them. What a day counts as stays.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(1)ク (the fact is recorded); who reads it is the rights table's.
 */
public final class RestrictedRule {
  private static final String NOTICE = "30文科初第1845号 別紙1";

  private static final String EXEMPT = "RESTRICTED_EXEMPT";
  private static final String CREDITED = "RESTRICTED_CREDITED";

  private RestrictedRule() {}

  /** Tells whether a code's id stands for one that a reader may not know. */
  public static boolean hides(String code) {
    return code.equals(EXEMPT) || code.equals(CREDITED);
  }

  /** Returns what a reader without the right is shown in place of a restricted code. */
  public static AttendanceCode shown(AttendanceCode code) {
    boolean credited = code.effect() == CodeEffect.CREDITED;
    return new AttendanceCode(
        credited ? CREDITED : EXEMPT,
        credited ? "出席扱い" : "出席停止等",
        credited ? "出席扱い" : "停等",
        credited ? "扱" : "停",
        credited ? CodeFamily.CRED : CodeFamily.OFF,
        "",
        code.effect(),
        0,
        "",
        Set.of(),
        code.remarkOrder(),
        "",
        "",
        credited ? DecisionNeed.CREDITING : DecisionNeed.NONE,
        List.of(),
        code.firstSchoolYear(),
        OptionalInt.empty(),
        true,
        NOTICE);
  }

  /** Returns a day as a reader without the right sees it. */
  static DayVerdict masked(DayVerdict day) {
    DayCauses causes = day.causes();
    Optional<AttendanceCode> code = causes.code().filter(AttendanceCode::restricted);
    if (code.isEmpty()) {
      return day;
    }
    AttendanceCode shown = shown(code.get());
    return new DayVerdict(
        day.date(),
        day.dayClass(),
        day.flags(),
        day.sheetRow(),
        new DayCauses(
            causes.day(),
            causes.stay(),
            causes.closures(),
            causes.mark().map(mark -> masked(mark, shown)),
            Optional.of(shown),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static DayMark masked(DayMark mark, AttendanceCode shown) {
    return new DayMark(
        mark.date(),
        shown.id(),
        "",
        "",
        "",
        mark.onlineHeld(),
        mark.onlineSpecial(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
