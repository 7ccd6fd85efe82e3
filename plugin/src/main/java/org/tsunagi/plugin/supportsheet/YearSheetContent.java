// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.SupportOrganization;
import org.tsunagi.plugin.supportsheet.domain.YearSheetA;

/**
 * 学年別Aシート as JSON; what a request leaves out is empty.
 *
 * @param supportOrganizations the lines of 支援機関名等
 * @param absenceReasons 欠席状況に関する理由
 * @param handoverNotes 次年度への引継事項
 * @param monthNotes notes by month, for example {@code 2026-04}
 */
public record YearSheetContent(
    @Nullable List<Line> supportOrganizations,
    @Nullable String absenceReasons,
    @Nullable String handoverNotes,
    @Nullable Map<String, @Nullable String> monthNotes) {
  /**
   * A line of 支援機関名等.
   *
   * @param kind {@code school}, {@code home}, {@code welfare}, {@code medical} or {@code other}
   * @param mainSupport 主な支援内容
   * @param organizationName 支援機関名
   * @param phone 連絡先電話番号
   * @param contactPerson 担当者名
   */
  public record Line(
      @Nullable String kind,
      @Nullable String mainSupport,
      @Nullable String organizationName,
      @Nullable String phone,
      @Nullable String contactPerson) {}

  /** Shows a content. */
  public static YearSheetContent of(YearSheetA sheet) {
    Map<String, @Nullable String> notes = new TreeMap<>();
    sheet.monthNotes().forEach((month, note) -> notes.put(month.toString(), note));
    return new YearSheetContent(
        sheet.supportOrganizations().stream().map(YearSheetContent::line).toList(),
        sheet.absenceReasons(),
        sheet.handoverNotes(),
        notes);
  }

  /** Reads the content; 400 where a kind or a month is none. */
  public YearSheetA toSheet() {
    Map<YearMonth, String> notes = new TreeMap<>();
    if (monthNotes != null) {
      monthNotes.forEach((month, note) -> putNote(notes, month, text(note)));
    }
    List<Line> lines = supportOrganizations == null ? List.of() : supportOrganizations;
    return new YearSheetA(
        lines.stream().map(YearSheetContent::organization).toList(),
        text(absenceReasons),
        text(handoverNotes),
        notes);
  }

  private static void putNote(Map<YearMonth, String> notes, String month, String note) {
    try {
      if (!note.isBlank()) {
        notes.put(YearMonth.parse(month), note);
      }
    } catch (DateTimeException e) {
      throw new Malformed("monthNotes の月は 2026-04 の形で指定してください。");
    }
  }

  private static Line line(SupportOrganization row) {
    return new Line(
        row.kind().code(),
        row.mainSupport(),
        row.organizationName(),
        row.phone(),
        row.contactPerson());
  }

  private static SupportOrganization organization(Line line) {
    return new SupportOrganization(
        SupportOrganization.Kind.find(text(line.kind()))
            .orElseThrow(
                () -> new Malformed("支援機関の kind は school、home、welfare、medical、other のどれかにしてください。")),
        text(line.mainSupport()),
        text(line.organizationName()),
        text(line.phone()),
        text(line.contactPerson()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n");
  }
}
