// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;

/** How a part of the sheet goes from draft to review to final and back, and what needs a reason. */
public final class LifeRule {
  private LifeRule() {}

  /** A step in the life of a part. */
  public enum Step {
    SUBMIT("submit", SheetState.DRAFT, SheetState.REVIEW, false),
    RETURN("return", SheetState.REVIEW, SheetState.DRAFT, true),
    APPROVE("approve", SheetState.REVIEW, SheetState.FINAL, false),
    UNLOCK("unlock", SheetState.FINAL, SheetState.DRAFT, true),
    VOID("void", SheetState.DRAFT, SheetState.VOID, true);

    private final String code;
    private final SheetState from;
    private final SheetState to;
    private final boolean reasoned;

    Step(String code, SheetState from, SheetState to, boolean reasoned) {
      this.code = code;
      this.from = from;
      this.to = to;
      this.reasoned = reasoned;
    }

    /** Returns the stable text code. */
    public String code() {
      return code;
    }

    /** Returns the state it leads to. */
    public SheetState to() {
      return to;
    }

    /** Tells whether it needs a reason. */
    public boolean reasoned() {
      return reasoned;
    }

    /** Tells whether it begins at a state. */
    public boolean from(SheetState state) {
      return from == state;
    }

    /** Finds the step of a text code. */
    public static Optional<Step> find(String code) {
      return java.util.Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }
  }

  /** Judges a step. */
  public static Decision check(Step step, SheetState state, String reason) {
    if (!step.from(state)) {
      return refused("STATE", "このシートはいま、その操作ができる状態ではありません。画面を読み込み直してください。");
    }
    if (step.reasoned() && reason.isBlank()) {
      return refused("REASON", "理由を書いてください。");
    }
    if (reason.length() > 1000) {
      return refused("TOO_LONG", "理由は1000字までにしてください。");
    }
    return new Decision.Granted();
  }

  /**
   * Judges writing in a state.
   *
   * @param closed whether the records of the part's school year were closed
   * @param granted whether the table of rights lets the writer write in this state
   */
  public static Decision write(SheetState state, boolean closed, boolean granted) {
    if (granted) {
      return new Decision.Granted();
    }
    return closed && state != SheetState.VOID
        ? refused("YEAR_CLOSED", "この年度の記録は締められているため、書けません。")
        : write(state);
  }

  /** Judges writing in a state by one to whom the table of rights grants nothing beside it. */
  public static Decision write(SheetState state) {
    return switch (state) {
      case DRAFT -> new Decision.Granted();
      case REVIEW -> refused("IN_REVIEW", "確認を待っているため、書けません。差し戻してもらうと、続きを書けます。");
      case FINAL -> refused("LOCKED", "確定しているため、書けません。校長などが理由を書いて確定を解くと、続きを書けます。");
      case VOID -> refused("VOIDED", "取り消されたシートには書けません。");
    };
  }

  private static Decision refused(String code, String message) {
    return new Decision.Refused(List.of(new Finding(code, Severity.ERROR, message)));
  }
}
