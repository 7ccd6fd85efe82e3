// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.guidancerecord.domain.ExcerptItem;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.JapaneseDates;

/** What the templates of a student's record are given. */
final class GuidanceRecordModel {
  private static final List<Figure> FIVE =
      List.of(
          Figure.SCHOOL_DAYS,
          Figure.EXEMPT_DAYS,
          Figure.REQUIRED_DAYS,
          Figure.DAYS_ABSENT,
          Figure.DAYS_PRESENT);

  private static final List<Figure> BESIDE =
      List.of(
          Figure.CREDITED_DAYS,
          Figure.DAYS_ABSENT_INCLUDING_CREDITED,
          Figure.CUMULATIVE_DAYS_ABSENT,
          Figure.CREDITED_1,
          Figure.CREDITED_2,
          Figure.CREDITED_3,
          Figure.CREDITED_4,
          Figure.CREDITED_5,
          Figure.CREDITED_6,
          Figure.CREDITED_7,
          Figure.CREDITED_8,
          Figure.CREDITED_ACTIVITY_DAYS,
          Figure.SEPARATE_ROOM_DAYS,
          Figure.LATE_ARRIVALS,
          Figure.EARLY_DEPARTURES,
          Figure.UNKNOWN_DAYS);

  private GuidanceRecordModel() {}

  /** Returns the facts, for tab and papers. */
  static Map<String, Object> facts(RecordView record, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("studentId", record.studentSourcedId());
    model.put("studentName", record.studentName());
    model.put("schoolYear", record.schoolYear());
    model.put("yearLabel", JapaneseDates.schoolYear(record.schoolYear(), locale));
    model.put("pupil", record.pupilWord());
    model.put("rows", record.rows().stream().map(row -> row(row, record, locale)).toList());
    model.put("transfers", record.transfers().stream().map(one -> transfer(one, locale)).toList());
    model.put("excerpt", record.excerpt().items().stream().map(GuidanceRecordModel::item).toList());
    model.put("excerptNote", record.excerpt().note());
    model.put("online", record.online());
    return model;
  }

  /** Returns what the tab is given. */
  static Map<String, Object> tab(RecordView record, List<DayVerdict> days, PageRequest request) {
    Map<String, Object> model = facts(record, request.locale());
    PageRequest.Base base = request.base();
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("self", base.self());
    model.put("version", AssetFiles.get().version());
    model.put("editable", record.editable());
    model.put("notesVersion", record.notes().version());
    model.put("notesSchool", record.notes().schoolSourcedId());
    model.put("savedBy", record.notes().savedBy());
    model.put("repeatReason", record.notes().notes().repeatReason());
    model.put("leaving", leaving(record.notes().notes().leaving()));
    model.put("months", ExplainedDays.months(days, request.locale()));
    return model;
  }

  private static Map<String, Object> row(RecordView.Row row, RecordView record, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("year", row.schoolYear());
    model.put("yearLabel", JapaneseDates.schoolYear(row.schoolYear(), locale));
    model.put("school", row.schoolName());
    model.put("grade", row.gradeLabel());
    model.put("state", row.state());
    model.put("shown", row.schoolYear() == record.schoolYear());
    model.put("cells", cells(row, FIVE));
    model.put("beside", cells(row, BESIDE));
    model.put("differs", !row.now().isEmpty());
    model.put("remarks", row.remarks());
    model.put("pending", row.pendingDays());
    model.put("unknown", row.figures().getOrDefault(Figure.UNKNOWN_DAYS.code(), 0));
    model.put("closing", row.closing());
    model.put("repeated", row.repeated());
    model.put("repeatText", row.repeatText());
    model.put("periods", row.stays().size() > 1 ? periods(row.stays(), locale) : List.of());
    return model;
  }

  private static List<Map<String, Object>> cells(RecordView.Row row, List<Figure> figures) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Figure figure : figures) {
      Map<String, Object> cell = new HashMap<>();
      cell.put("figure", figure.code());
      cell.put("label", figure.label());
      if (row.figures().containsKey(figure.code())) {
        cell.put("value", row.figures().get(figure.code()));
      }
      Integer now = row.now().get(figure.code());
      if (now != null && !now.equals(row.figures().get(figure.code()))) {
        cell.put("now", now);
      }
      cells.add(cell);
    }
    return cells;
  }

  private static List<String> periods(List<DateRange> stays, Locale locale) {
    return stays.stream()
        .map(
            stay ->
                JapaneseDates.full(stay.first(), locale)
                    + "〜"
                    + JapaneseDates.full(stay.last(), locale))
        .toList();
  }

  private static Map<String, Object> transfer(RecordView.TransferCells cells, Locale locale) {
    String between =
        cells
            .between()
            .map(
                range ->
                    range.first().equals(range.last())
                        ? JapaneseDates.full(range.first(), locale)
                        : JapaneseDates.full(range.first(), locale)
                            + "〜"
                            + JapaneseDates.full(range.last(), locale))
            .orElse("");
    return Map.of(
        "leaving", cells.leaving(),
        "entering", cells.entering(),
        "between", between,
        "guarded", cells.guarded());
  }

  private static Map<String, Object> item(ExcerptItem item) {
    return Map.of(
        "text", item.item().text(),
        "key", item.key(),
        "carried", item.carried(),
        "restricted", item.item().restricted());
  }

  private static Map<String, Object> leaving(RecordNotes.Leaving leaving) {
    Map<String, Object> model = new HashMap<>();
    model.put("lastDayUnknown", leaving.lastDayUnknown());
    model.put("movingDays", leaving.movingDays());
    model.put("lastAttendedOn", leaving.lastAttendedOn().map(Object::toString).orElse(""));
    model.put("acceptedOn", leaving.acceptedOn().map(Object::toString).orElse(""));
    model.put("school", leaving.school());
    model.put("grade", leaving.grade());
    model.put("address", leaving.address());
    model.put("fromAddress", leaving.fromAddress());
    model.put("reason", leaving.reason());
    model.put("protectedPlace", leaving.protectedPlace());
    return model;
  }
}
