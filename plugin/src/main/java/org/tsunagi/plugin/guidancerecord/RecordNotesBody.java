// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;

/**
 * What is sent to save the texts beside the figures; what is left out is empty.
 *
 * @param version the version on which they are based
 * @param carried the keys of the remarks that the excerpt carries; null leaves the proposal
 * @param excerptNote one more line of the excerpt
 * @param online the texts of the annex
 * @param leaving what the roster does not know of a transfer
 * @param repeatReason why the grade is taken again
 */
public record RecordNotesBody(
    @Nullable Integer version,
    @Nullable List<String> carried,
    @Nullable String excerptNote,
    @Nullable List<Online> online,
    @Nullable Leaving leaving,
    @Nullable String repeatReason) {
  /**
   * Texts of a row of the annex.
   *
   * @param cause the reason
   * @param method (2)③
   * @param other (3)
   */
  public record Online(@Nullable String cause, @Nullable String method, @Nullable String other) {}

  /**
   * What is typed of a transfer; the names are those of the answer.
   *
   * @param lastDayUnknown whether the last day is not known
   * @param movingDays days that the move took
   * @param lastAttendedOn the last day the student came
   * @param acceptedOn the day of acceptance
   * @param school the new school
   * @param grade the grade there
   * @param address its address
   * @param fromAddress the old school's address
   * @param reason the reason
   * @param protectedPlace whether the new school is only for those who need to know
   */
  public record Leaving(
      @Nullable Boolean lastDayUnknown,
      @Nullable Integer movingDays,
      @Nullable LocalDate lastAttendedOn,
      @Nullable LocalDate acceptedOn,
      @Nullable String school,
      @Nullable String grade,
      @Nullable String address,
      @Nullable String fromAddress,
      @Nullable String reason,
      @Nullable Boolean protectedPlace) {
    RecordNotes.Leaving toNotes() {
      return new RecordNotes.Leaving(
          Boolean.TRUE.equals(lastDayUnknown),
          movingDays == null ? 0 : movingDays,
          Optional.ofNullable(lastAttendedOn),
          Optional.ofNullable(acceptedOn),
          text(school),
          text(grade),
          text(address),
          text(fromAddress),
          text(reason),
          Boolean.TRUE.equals(protectedPlace));
    }
  }

  /** Returns the texts, trimmed. */
  RecordNotes toNotes() {
    return new RecordNotes(
        Optional.ofNullable(carried),
        text(excerptNote),
        online == null
            ? List.of()
            : online.stream()
                .map(
                    one ->
                        new RecordNotes.OnlineText(
                            text(one.cause()), text(one.method()), text(one.other())))
                .toList(),
        leaving == null ? RecordNotes.Leaving.NONE : leaving.toNotes(),
        text(repeatReason));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
