// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people type beside the figures of one school year at one school.
 *
 * @param carried the keys of the remarks that the excerpt carries; empty while nobody chose
 * @param excerptNote one more line of the excerpt, such as a fact of another grade with that
 *     grade's name; empty when none
 * @param online the texts of the annex, by reason
 * @param leaving what the roster does not know of a transfer
 * @param repeatReason why the grade is taken again; empty when it is not
 */
public record RecordNotes(
    Optional<List<String>> carried,
    String excerptNote,
    List<OnlineText> online,
    Leaving leaving,
    String repeatReason) {
  /** Nothing was typed. */
  public static final RecordNotes NONE =
      new RecordNotes(Optional.empty(), "", List.of(), Leaving.NONE, "");

  /** Copies the lists. */
  public RecordNotes {
    carried = carried.map(List::copyOf);
    online = List.copyOf(online);
  }

  /**
   * Texts of a row of the annex.
   *
   * @param cause the reason to which they belong
   * @param method (2)③ 実施方法等
   * @param other (3) その他の学習等
   */
  public record OnlineText(String cause, String method, String other) {}

  /**
   * What is typed about a transfer.
   *
   * @param lastDayUnknown whether the last day at school is not known (a long absence before)
   * @param movingDays days that the move took, 0–366
   * @param lastAttendedOn the last day the student came, where it is not the roster's
   * @param acceptedOn the new school's day of acceptance, where the roster does not tell it
   * @param school the new school's name, where the roster does not tell it
   * @param grade the grade there
   * @param address the new school's address
   * @param fromAddress the old school's address
   * @param reason the reason
   * @param protectedPlace whether the new school is only for those who need to know
   */
  public record Leaving(
      boolean lastDayUnknown,
      int movingDays,
      Optional<LocalDate> lastAttendedOn,
      Optional<LocalDate> acceptedOn,
      String school,
      String grade,
      String address,
      String fromAddress,
      String reason,
      boolean protectedPlace) {
    /** Nothing was typed. */
    public static final Leaving NONE =
        new Leaving(false, 0, Optional.empty(), Optional.empty(), "", "", "", "", "", false);
  }

  /** Returns the texts for a reason of the annex; empty ones where nobody typed any. */
  public OnlineText textOf(String cause) {
    return online.stream()
        .filter(text -> text.cause().equals(cause))
        .findFirst()
        .orElse(new OnlineText(cause, "", ""));
  }
}
