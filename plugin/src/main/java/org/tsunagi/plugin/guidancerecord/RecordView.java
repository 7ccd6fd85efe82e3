// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.guidancerecord.domain.ExcerptItem;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.domain.RemarkItem;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A student's 出欠の記録 as the tab and the REST interface show it.
 *
 * @param studentSourcedId the student
 * @param studentName the name
 * @param schoolYear the school year whose transfers, excerpt and annex are shown
 * @param pupilWord {@code 児童} or {@code 生徒}, as the forms of the stage say
 * @param rows one row per school year, school and grade, oldest first
 * @param transfers the cells 転学・退学等 and 転入学 that stand in the year's rows
 * @param excerpt 備考のうちの必要事項 of the year's last row
 * @param online the annex of the year, one row per reason
 * @param notes what was typed, with its version
 * @param editable whether the reader may type
 */
public record RecordView(
    String studentSourcedId,
    String studentName,
    int schoolYear,
    String pupilWord,
    List<Row> rows,
    List<TransferCells> transfers,
    Excerpt excerpt,
    List<Online> online,
    Notes notes,
    boolean editable) {
  /** Copies the lists. */
  public RecordView {
    rows = List.copyOf(rows);
    transfers = List.copyOf(transfers);
    online = List.copyOf(online);
  }

  /**
   * A row.
   *
   * @param schoolYear the school year
   * @param schoolSourcedId the school
   * @param schoolName its name
   * @param grade the grade's code, for example {@code J2}
   * @param gradeLabel the grade, for example {@code 中2}
   * @param stays the stays; empty for a row that comes from a closing
   * @param state {@code counted} today, {@code closed} as signed, or {@code open} (not closed, and
   *     not counted in this answer)
   * @param figures the figures by name; the closed ones where the year is closed
   * @param now the figures of today where they differ from the closed ones; else empty
   * @param remarks the items of 備考
   * @param pendingDays days that wait for a decision
   * @param closing the number of the closing; 0 while the year is open
   * @param repeated whether the grade was taken again in a later year
   * @param repeatText what 総合所見 of the record gets then; empty where it was not repeated
   */
  public record Row(
      int schoolYear,
      String schoolSourcedId,
      String schoolName,
      String grade,
      String gradeLabel,
      List<DateRange> stays,
      String state,
      Map<String, Integer> figures,
      Map<String, Integer> now,
      List<RemarkItem> remarks,
      int pendingDays,
      int closing,
      boolean repeated,
      String repeatText) {
    /** Copies the lists. */
    public Row {
      stays = List.copyOf(stays);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The cells of a transfer.
   *
   * @param leaving 転学・退学等 of the old school, line by line
   * @param entering 転入学 of the new school, line by line
   * @param between the days that are in neither school; empty for none
   * @param guarded whether the new school is kept from this reader
   */
  public record TransferCells(
      List<String> leaving, List<String> entering, Optional<DateRange> between, boolean guarded) {}

  /**
   * The excerpt (抄本).
   *
   * @param items every item of 備考 with whether it is carried
   * @param note one more line; empty for none
   */
  public record Excerpt(List<ExcerptItem> items, String note) {}

  /**
   * A row of the annex (別記).
   *
   * @param cause (1) the reason
   * @param daysHeld (2)① days
   * @param daysTakenPart (2)② days
   * @param method (2)③
   * @param other (3)
   * @param emergency whether the annex is made for such a reason
   */
  public record Online(
      String cause,
      int daysHeld,
      int daysTakenPart,
      String method,
      String other,
      boolean emergency) {}

  /**
   * What was typed.
   *
   * @param schoolSourcedId the school on whose row it stands
   * @param version the version; 0 before the first save
   * @param notes the texts
   * @param savedBy who saved it last; empty before the first save
   * @param savedAt when
   */
  public record Notes(
      String schoolSourcedId,
      int version,
      RecordNotes notes,
      String savedBy,
      Optional<Instant> savedAt) {}

  /**
   * A day with what the tab shows of it.
   *
   * @param date the day
   * @param label what it is, in words
   * @param glyph the sign
   * @param family the look of the sign
   */
  public record Day(LocalDate date, String label, String glyph, String family) {}
}
