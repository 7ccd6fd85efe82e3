// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;

/** The line that says which plan it is, as papers and pages print it. */
final class PlanTitle {
  private PlanTitle() {}

  /** Returns name, grade, course, unit and version: {@code こもれび分教室　中2　1単位45分・換算なし　第2版}. */
  static String of(PlanView view) {
    return view.stored().name()
        + "　"
        + frame(view.plan())
        + "　"
        + unit(view.plan())
        + "　第"
        + view.version().number()
        + "版";
  }

  /** Returns grade and course: {@code 中2 B}. */
  static String frame(CurriculumPlan plan) {
    CurriculumPlan.Frame frame = plan.frame();
    String grade =
        frame.grade().isPresent()
            ? frame.stage().letter() + frame.grade().getAsInt()
            : frame.stage().title();
    return frame.variant().isEmpty() ? grade : grade + " " + frame.variant();
  }

  /** Returns the unit: {@code 1単位45分・換算なし}. */
  static String unit(CurriculumPlan plan) {
    if (plan.units().minutes().isEmpty()) {
      return "1単位の分は未記入";
    }
    String basis =
        switch (plan.units().basis()) {
          case RAW -> "・換算なし";
          case CONVERTED -> "・" + plan.frame().stage().unitMinutes() + "分に換算";
          case UNKNOWN -> "";
        };
    return "1単位" + plan.units().minutes().getAsInt() + "分" + basis;
  }
}
