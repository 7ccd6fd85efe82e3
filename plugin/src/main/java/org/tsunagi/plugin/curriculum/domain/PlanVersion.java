// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a stored plan, without its content.
 *
 * @param number counted from 1
 * @param state how far it is
 * @param revision how often the draft was saved, counted from 1
 * @param savedBy who saved it last, to print
 * @param savedAt when
 * @param approval the approval; empty before it
 */
public record PlanVersion(
    int number,
    State state,
    int revision,
    String savedBy,
    Instant savedAt,
    Optional<Approval> approval) {

  /** How far a version is. */
  public enum State {
    /** 案 – may be written. */
    DRAFT("draft"),
    /** 申請中 – waits for the ministry and may still be corrected. */
    APPLIED("applied"),
    /** 承認済み – read-only. */
    APPROVED("approved");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** Returns the text code. */
    public String code() {
      return code;
    }

    /** Finds the state of a text code. */
    public static Optional<State> find(String code) {
      for (State state : values()) {
        if (state.code.equals(code)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * An approval (承認・指定).
   *
   * @param approvedOn its day
   * @param effectiveOn the first day on which the version holds, not before the approval
   * @param reference the number of the paper, or what else tells of it
   */
  public record Approval(LocalDate approvedOn, LocalDate effectiveOn, String reference) {}

  /** Tells whether it may still be written. */
  public boolean open() {
    return state != State.APPROVED;
  }

  /** Tells whether it is approved and its first day has come. */
  public boolean holdsOn(LocalDate day) {
    return approval.map(one -> !one.effectiveOn().isAfter(day)).orElse(false);
  }
}
