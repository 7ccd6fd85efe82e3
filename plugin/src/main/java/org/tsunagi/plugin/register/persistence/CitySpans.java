// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayOutline;

/** What the days of spans are to a student without a mark; made for a span when it is asked for. */
final class CitySpans {
  private final Map<Integer, int[]> calendars = new HashMap<>();
  private final Map<Long, Frame> frames = new HashMap<>();
  private final Map<Long, Map<Integer, DayClass>> special = new HashMap<>();
  private final Map<Long, Span> made = new HashMap<>();
  private final Map<DayClass, Map<Integer, DayOutline>> blanks = new HashMap<>();

  /** Which days of which calendar a span has. */
  private record Frame(int calendar, int first, int last) {}

  private CitySpans() {}

  static CitySpans read(Connection connection, int until) {
    CitySpans spans = new CitySpans();
    spans.readDays(connection, until);
    Sql.each(
        connection,
        "SELECT DISTINCT s.span_no, s.calendar_no, s.first_day, s.last_day FROM roll_wanted w"
            + " JOIN roll_piece s ON s.student_no = w.student_no",
        row ->
            spans.frames.put(
                row.getLong(1), new Frame(row.getInt(2), row.getInt(3), row.getInt(4))));
    Sql.each(
        connection,
        "SELECT span_no, epoch_day, state, untaken FROM roll_span_day"
            + " WHERE state > 0 OR untaken > 0",
        row ->
            spans
                .special
                .computeIfAbsent(row.getLong(1), span -> new HashMap<>())
                .put(row.getInt(2), classOf(row.getInt(3))));
    return spans;
  }

  private static DayClass classOf(int state) {
    return switch (state) {
      case 2 -> DayClass.NO_SCHOOL;
      case 1 -> DayClass.EXEMPT;
      default -> DayClass.UNKNOWN;
    };
  }

  private void readDays(Connection connection, int until) {
    List<Integer> days = new ArrayList<>();
    int[] calendar = {0};
    Sql.each(
        connection,
        "SELECT calendar_no, epoch_day FROM roll_day WHERE epoch_day <= ?"
            + " ORDER BY calendar_no, epoch_day",
        row -> {
          if (row.getInt(1) != calendar[0]) {
            calendars.put(calendar[0], days.stream().mapToInt(Integer::intValue).toArray());
            days.clear();
            calendar[0] = row.getInt(1);
          }
          days.add(row.getInt(2));
        },
        until);
    calendars.put(calendar[0], days.stream().mapToInt(Integer::intValue).toArray());
  }

  Span of(long number) {
    return made.computeIfAbsent(number, this::make);
  }

  private Span make(long number) {
    Frame frame = Objects.requireNonNull(frames.get(number));
    Map<Integer, DayClass> other = special.getOrDefault(number, Map.of());
    int[] days =
        Arrays.stream(calendars.getOrDefault(frame.calendar(), new int[0]))
            .filter(day -> day >= frame.first() && day <= frame.last())
            .toArray();
    List<DayOutline> outlines = new ArrayList<>(days.length);
    for (int day : days) {
      outlines.add(blank(day, other.getOrDefault(day, DayClass.PRESENT)));
    }
    return new Span(days, outlines);
  }

  private DayOutline blank(int day, DayClass dayClass) {
    return blanks
        .computeIfAbsent(dayClass, one -> new HashMap<>())
        .computeIfAbsent(day, one -> DayOutline.blank(Days.date(one), dayClass));
  }

  /** The days of a span. */
  static final class Span {
    private final int[] days;
    private final List<DayOutline> blanks;

    private Span(int[] days, List<DayOutline> blanks) {
      this.days = days;
      this.blanks = blanks;
    }

    void addBlanks(List<DayOutline> to) {
      to.addAll(blanks);
    }

    /** Returns where a day stands; negative where it is not planned. */
    int indexOf(int day) {
      return Arrays.binarySearch(days, day);
    }
  }
}
