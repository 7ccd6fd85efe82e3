// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.Instant;
import java.util.List;
import org.tsunagi.plugin.guidancerecord.domain.Closing;
import org.tsunagi.plugin.guidancerecord.domain.Difference;

/**
 * The closings of a school's year and how today's figures differ from the newest one.
 *
 * @param schoolSourcedId the school
 * @param schoolYear the school year
 * @param closings the closing and its amendments, the first one first
 * @param differences what a new amendment would change; empty while the year is open
 */
public record ClosingView(
    String schoolSourcedId, int schoolYear, List<Signed> closings, List<Named> differences) {
  /** Copies the lists. */
  public ClosingView {
    closings = List.copyOf(closings);
    differences = List.copyOf(differences);
  }

  /**
   * A closing or an amendment.
   *
   * @param number 1 for the closing
   * @param signedBy who signed, by name
   * @param title the title (職名)
   * @param signedAt when
   * @param note the note, or the reason of an amendment
   * @param waitingConfirmed why waiting days were closed as absent; empty for none
   * @param students how many rows
   * @param hash SHA-256 of the content
   * @param intact whether what is kept still has this hash
   * @param changed how many rows differ from the number before; 0 for number 1
   */
  public record Signed(
      int number,
      String signedBy,
      String title,
      Instant signedAt,
      String note,
      String waitingConfirmed,
      int students,
      String hash,
      boolean intact,
      int changed) {
    static Signed of(Closing closing, boolean intact, int changed) {
      return new Signed(
          closing.number(),
          closing.signedBy().name(),
          closing.signedBy().title(),
          closing.signedAt(),
          closing.note(),
          closing.waitingConfirmed(),
          closing.students(),
          closing.hash(),
          intact,
          changed);
    }
  }

  /**
   * A difference with the student's name.
   *
   * @param studentSourcedId the student
   * @param name the name
   * @param grade the grade's code
   * @param figures the figures that differ
   * @param days the days that made them differ
   * @param remarks whether 備考 differs
   */
  public record Named(
      String studentSourcedId,
      String name,
      String grade,
      List<Difference.Changed> figures,
      List<Difference.ChangedDay> days,
      boolean remarks) {}
}
