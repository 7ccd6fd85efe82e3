// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.supportsheet.domain.Reflected;

/**
 * 学年別Aシート as it is shown.
 *
 * @param version the number of the newest version, 0 before the first
 * @param state {@code empty} before the first version, then {@code saved}
 * @param schoolId the school whose sheet it is
 * @param schoolYear the school year
 * @param content what was written
 * @param reflected what is reflected from the roster
 * @param createdBy the name of who began it (作成者名); empty before the first version
 * @param createdAt when (作成年月日)
 * @param savedBy the name of who saved the newest version; empty before the first
 * @param savedTitle the role code under which they did
 * @param savedAt when
 * @param history every save, the newest last
 * @param canWrite whether the one who asks may save
 */
public record YearSheetView(
    int version,
    String state,
    String schoolId,
    int schoolYear,
    YearSheetContent content,
    Reflected reflected,
    String createdBy,
    Optional<Instant> createdAt,
    String savedBy,
    String savedTitle,
    Optional<Instant> savedAt,
    List<Save> history,
    boolean canWrite) {
  /** Copies the list. */
  public YearSheetView {
    history = List.copyOf(history);
  }

  /**
   * A save, as 追記年月日（追記者名） names it.
   *
   * @param version the version it made
   * @param savedBy the name of who saved it
   * @param savedAt when
   */
  public record Save(int version, String savedBy, Instant savedAt) {}

  /**
   * A saved version.
   *
   * @param version its number
   * @param content what was written
   * @param savedBy the name of who saved it
   * @param savedTitle the role code under which they did
   * @param savedAt when
   */
  public record Version(
      int version, YearSheetContent content, String savedBy, String savedTitle, Instant savedAt) {}

  /**
   * The two sides of a stale save.
   *
   * @param yours what was to be saved
   * @param theirs what was saved meanwhile
   * @param version the number of their version
   * @param savedBy the name of who saved it
   * @param savedAt when; empty where nothing has been saved
   */
  public record Conflict(
      YearSheetContent yours,
      YearSheetContent theirs,
      int version,
      String savedBy,
      Optional<Instant> savedAt) {}
}
