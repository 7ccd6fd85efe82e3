// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tsunagi.plugin.register.domain.Figure;

/** What the templates of a class's figures are given. */
final class RecordsModel {
  private static final List<Figure> SHOWN =
      List.of(
          Figure.SCHOOL_DAYS,
          Figure.EXEMPT_DAYS,
          Figure.REQUIRED_DAYS,
          Figure.DAYS_ABSENT,
          Figure.DAYS_PRESENT,
          Figure.CREDITED_DAYS);

  private static final int DAYS_SHOWN = 6;

  private RecordsModel() {}

  /** Returns the students with their figures. */
  static List<Map<String, Object>> lines(ClassRecords records) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (ClassRecords.Line line : records.lines()) {
      Map<String, Object> model = new HashMap<>();
      model.put("id", line.studentSourcedId());
      model.put("name", line.name());
      model.put("homeroom", line.homeroom());
      model.put("number", line.number());
      model.put("grade", line.row().grade().label());
      List<Map<String, Object>> cells = new ArrayList<>();
      for (Figure figure : SHOWN) {
        cells.add(
            Map.of(
                "figure", figure.code(),
                "label", figure.label(),
                "value", figure.of(line.row().tally())));
      }
      model.put("cells", cells);
      model.put("remarks", line.row().remarks());
      model.put("pending", line.row().pendingDays());
      model.put("unknown", line.unknown().size());
      lines.add(model);
    }
    return lines;
  }

  /** Returns what stops the closing, by place. */
  static List<Map<String, Object>> open(ClassRecords records) {
    Set<LocalDate> ofAll = Set.copyOf(unknownForAll(records));
    List<Map<String, Object>> open = new ArrayList<>();
    for (ClassRecords.Line line : records.lines()) {
      List<LocalDate> unknown =
          line.unknown().stream().filter(day -> !ofAll.contains(day)).toList();
      if (!unknown.isEmpty() || !line.waiting().isEmpty()) {
        open.add(
            Map.of(
                "id", line.studentSourcedId(),
                "name", line.name(),
                "homeroom", line.homeroom(),
                "unknown", dates(unknown),
                "waiting", dates(line.waiting()),
                "unknownDays", unknown.size(),
                "waitingDays", line.waiting().size()));
      }
    }
    return open;
  }

  /** Tells the days whose register was taken for nobody, so that they are said once. */
  static String openForAll(ClassRecords records) {
    return dates(unknownForAll(records));
  }

  private static List<LocalDate> unknownForAll(ClassRecords records) {
    if (records.lines().size() < 2) {
      return List.of();
    }
    List<LocalDate> days = new ArrayList<>(records.lines().get(0).unknown());
    records.lines().forEach(line -> days.retainAll(line.unknown()));
    return days;
  }

  private static String dates(List<LocalDate> dates) {
    StringBuilder text = new StringBuilder();
    for (LocalDate date : dates.subList(0, Math.min(DAYS_SHOWN, dates.size()))) {
      text.append(text.isEmpty() ? "" : "、")
          .append(String.format(Locale.ROOT, "%d/%d", date.getMonthValue(), date.getDayOfMonth()));
    }
    return dates.size() > DAYS_SHOWN ? text + " …" : text.toString();
  }
}
