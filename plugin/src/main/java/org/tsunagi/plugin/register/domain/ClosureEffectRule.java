// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolYear;

/**
 * Compares the figures of students before and after a change of closures: a day on which the whole
 * grade turns out to be closed leaves 授業日数 for all its homerooms, also those whose own closure was
 * recorded long ago.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(1)エ (ア〜ウの例).
 */
public final class ClosureEffectRule {
  private static final List<Figure> WATCHED =
      List.of(
          Figure.SCHOOL_DAYS,
          Figure.EXEMPT_DAYS,
          Figure.DAYS_ABSENT,
          Figure.DAYS_PRESENT,
          Figure.CREDITED_DAYS,
          Figure.UNKNOWN_DAYS);

  private final RegisterSettings settings;
  private final LocalDate today;
  private final Map<Key, Map<Change, Integer>> changes = new TreeMap<>();
  private final Set<String> lockedMonths = new TreeSet<>();
  private int students;
  private int remarks;

  private ClosureEffectRule(RegisterSettings settings, LocalDate today) {
    this.settings = settings;
    this.today = today;
  }

  /** A figure of a homeroom; homerooms by grade and name. */
  private record Key(String grade, String name, String homeroom, Figure figure)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::grade)
            .thenComparing(Key::name)
            .thenComparing(Key::homeroom)
            .thenComparing(Key::figure);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** A figure before and after. */
  private record Change(int before, int after) {}

  /**
   * Compares.
   *
   * @param before the counts as they were
   * @param after the counts of the same students as they become
   * @param settings which months are locked
   */
  public static ClosureEffect compare(
      int schoolYear,
      List<StudentCount> before,
      List<StudentCount> after,
      RegisterSettings settings,
      LocalDate today) {
    ClosureEffectRule rule = new ClosureEffectRule(settings, today);
    Map<String, StayCount> old = new HashMap<>();
    before.forEach(one -> one.stays().forEach(stay -> old.put(stay.stay().id(), stay)));
    for (StudentCount student : after) {
      boolean touched = false;
      for (StayCount stay : student.stays()) {
        StayCount then = old.get(stay.stay().id());
        touched |= then != null && rule.compare(then, stay);
      }
      rule.students += touched ? 1 : 0;
    }
    return new ClosureEffect(
        schoolYear,
        rule.students,
        rule.lines(),
        rule.remarks,
        List.copyOf(rule.lockedMonths),
        schoolYear < SchoolYear.of(today).year());
  }

  private boolean compare(StayCount before, StayCount after) {
    boolean figures = false;
    for (Figure figure : WATCHED) {
      Change change = new Change(figure.of(before.year().tally()), figure.of(after.year().tally()));
      if (change.before != change.after) {
        figures = true;
        changes
            .computeIfAbsent(key(after.stay(), figure), key -> new HashMap<>())
            .merge(change, 1, Integer::sum);
      }
    }
    boolean texts = !before.year().remarkTexts().equals(after.year().remarkTexts());
    remarks += texts ? 1 : 0;
    boolean months = false;
    for (Map.Entry<YearMonth, PeriodCount> month : after.months().entrySet()) {
      months |= compare(month.getKey(), before.months().get(month.getKey()), month.getValue());
    }
    return figures || texts || months;
  }

  private boolean compare(YearMonth month, @Nullable PeriodCount before, PeriodCount after) {
    boolean changed =
        before == null
            || WATCHED.stream().anyMatch(one -> one.of(before.tally()) != one.of(after.tally()))
            || !before.remarkTexts().equals(after.remarkTexts());
    if (changed && settings.locks(month, today)) {
      lockedMonths.add(month.toString());
    }
    return changed;
  }

  private static Key key(Stay stay, Figure figure) {
    GradeCalendar calendar = stay.grade().calendar();
    String room =
        stay.placements().isEmpty()
            ? ""
            : stay.placements().get(stay.placements().size() - 1).homeroom().value();
    String name =
        calendar.homerooms().stream()
            .filter(one -> one.id().equals(room.isEmpty() ? null : new HomeroomId(room)))
            .map(GradeHomeroom::name)
            .findFirst()
            .orElse(calendar.grade().label());
    return new Key(calendar.grade().name(), name, room, figure);
  }

  private List<ClosureEffect.Line> lines() {
    List<ClosureEffect.Line> lines = new ArrayList<>();
    changes.forEach((key, counted) -> lines.add(line(key, counted)));
    return lines;
  }

  private static ClosureEffect.Line line(Key key, Map<Change, Integer> counted) {
    Map.Entry<Change, Integer> most =
        counted.entrySet().stream()
            .min(
                Comparator.comparing((Map.Entry<Change, Integer> one) -> -one.getValue())
                    .thenComparing(one -> one.getKey().before)
                    .thenComparing(one -> one.getKey().after))
            .orElseThrow();
    int all = counted.values().stream().collect(Collectors.summingInt(Integer::intValue));
    int others = all - most.getValue();
    Change change = most.getKey();
    String text =
        key.name
            + "の"
            + word(key.figure)
            + "が"
            + change.before
            + "日から"
            + change.after
            + "日になります（"
            + most.getValue()
            + "人"
            + (others > 0 ? "、ほか" + others + "人も変わります" : "")
            + "）。";
    return new ClosureEffect.Line(
        key.homeroom,
        key.name,
        key.figure.code(),
        change.before,
        change.after,
        most.getValue(),
        others,
        text);
  }

  private static String word(Figure figure) {
    return switch (figure) {
      case EXEMPT_DAYS -> "出席停止・忌引等";
      case UNKNOWN_DAYS -> "未確認の日";
      case CREDITED_DAYS -> "出席扱い";
      default -> figure.label();
    };
  }
}
