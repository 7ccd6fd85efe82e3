// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.supportsheet.domain.MergeRule;
import org.tsunagi.plugin.supportsheet.domain.ReflectedCells;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetDifference;

/**
 * A part of the sheet as it is shown to one actor: what that actor may not read is in none of it.
 *
 * @param key the part
 * @param version the number of the newest version, 0 before the first
 * @param state {@code empty} before the first version, then {@code draft}, {@code review}, {@code
 *     final} or {@code void}
 * @param schoolId the school whose sheet it is
 * @param schoolYear the school year; 0 for what belongs to none
 * @param content what was written
 * @param reflected what is reflected, by place
 * @param needs the kinds of need for which the child has the sheet
 * @param createdBy the name of who began it (作成者名); empty before the first version
 * @param createdAt when (作成年月日)
 * @param savedBy the name of who saved the newest version; empty before the first
 * @param savedTitle the role code under which they did
 * @param savedAt when
 * @param history every save, the newest last
 * @param canWrite whether the actor may save now
 * @param withheld whether there are sections that the actor may not read
 * @param secondFactor whether the actor could read some of them, signed in with a second factor
 */
public record SheetView(
    String key,
    int version,
    String state,
    String schoolId,
    int schoolYear,
    SheetContent content,
    Map<String, ReflectedCells.Cell> reflected,
    List<String> needs,
    String createdBy,
    Optional<Instant> createdAt,
    String savedBy,
    String savedTitle,
    Optional<Instant> savedAt,
    List<Save> history,
    boolean canWrite,
    boolean withheld,
    boolean secondFactor) {
  /** Copies the lists. */
  public SheetView {
    needs = List.copyOf(needs);
    history = List.copyOf(history);
  }

  /**
   * A save, as 追記者 names it.
   *
   * @param version the version it made
   * @param savedBy the name of who saved it
   * @param savedTitle the role code under which they did
   * @param savedAt when
   */
  public record Save(int version, String savedBy, String savedTitle, Instant savedAt) {}

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
      int version, SheetContent content, String savedBy, String savedTitle, Instant savedAt) {}

  /**
   * What differs between two versions.
   *
   * @param from the older version's number
   * @param to the newer version's number
   * @param places the places that differ, in printed order
   */
  public record Difference(int from, int to, List<SheetDifference.Place> places) {
    /** Copies the list. */
    public Difference {
      places = List.copyOf(places);
    }
  }

  /**
   * The two sides of a stale save.
   *
   * @param yours what was to be saved
   * @param theirs what was saved meanwhile
   * @param merged both, put together by field and row; a conflict's place holds both texts
   * @param conflicts the places that both changed; none where {@code merged} can simply be saved
   * @param version the number of their version
   * @param savedBy the name of who saved it
   * @param savedAt when; empty where nothing has been saved
   */
  public record Conflict(
      SheetContent yours,
      SheetContent theirs,
      SheetContent merged,
      List<MergeRule.Conflict> conflicts,
      int version,
      String savedBy,
      Optional<Instant> savedAt) {
    /** Copies the list. */
    public Conflict {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * A part in the list of a child's sheet.
   *
   * @param key the part
   * @param title its printed title
   * @param schoolYear the school year; 0 for what belongs to none
   * @param on the day of a meeting, ISO 8601; empty for other parts
   * @param state where it stands in its life
   * @param version the number of the newest version
   * @param savedBy the name of who saved it
   * @param savedAt when
   */
  public record Line(
      String key,
      String title,
      int schoolYear,
      String on,
      String state,
      int version,
      String savedBy,
      Instant savedAt) {}
}
