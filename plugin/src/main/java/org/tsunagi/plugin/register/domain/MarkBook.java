// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.code.domain.CodeEffect;

/**
 * A student's marks by day, one entry per day. Where a day has several, the strongest counts: at
 * school before exempt before credited before absent, so that a day at school and at a facility is
 * a day at school. Marks of a day at school don't contradict each other: late and early are both
 * counted; nor does an online lesson contradict its cause.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (a day stands in one column); 元文科初第698号 別記1 (出席扱い within 出席日数).
 */
final class MarkBook {
  private final Entry[] entries;
  private final long[] epochDays;

  private MarkBook(List<Entry> entries) {
    this.entries = entries.toArray(new Entry[0]);
    epochDays = new long[this.entries.length];
    for (int i = 0; i < epochDays.length; i++) {
      epochDays[i] = this.entries[i].mark.date().toEpochDay();
    }
  }

  /**
   * Makes the book.
   *
   * @throws IllegalArgumentException where a code is not in the catalogue
   */
  static MarkBook of(List<DayMark> marks, CodeCatalogue codes) {
    List<Entry> all = new ArrayList<>(marks.size());
    for (DayMark mark : marks) {
      all.add(new Entry(mark, mark.code().isEmpty() ? null : codes.get(mark.code(), mark.date())));
    }
    all.sort(Entry.STRONGEST_FIRST);
    List<Entry> kept = new ArrayList<>(all.size());
    for (Entry entry : all) {
      Entry last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last != null && last.mark.date().equals(entry.mark.date())) {
        last.merge(entry);
      } else {
        kept.add(entry);
      }
    }
    return new MarkBook(kept);
  }

  /** Finds the entry of a day. */
  @Nullable Entry at(long epochDay) {
    int found = Arrays.binarySearch(epochDays, epochDay);
    return found < 0 ? null : entries[found];
  }

  /** Lists the entries by day. */
  List<Entry> list() {
    return List.of(entries);
  }

  /** What stands on one day. */
  static final class Entry {
    static final Comparator<Entry> STRONGEST_FIRST =
        Comparator.comparing((Entry entry) -> entry.mark.date())
            .thenComparing(Entry::rank)
            .thenComparing(Entry::order)
            .thenComparing(entry -> entry.mark.code())
            .thenComparing(entry -> entry.mark.facility())
            .thenComparing(entry -> entry.mark.detail())
            .thenComparing(entry -> entry.mark.place())
            .thenComparing(entry -> -entry.minutes())
            .thenComparing(entry -> !entry.visited());

    final DayMark mark;
    private final @Nullable AttendanceCode code;
    private final Set<CodeCount> counts = EnumSet.noneOf(CodeCount.class);
    private boolean held;
    private boolean takenPart;
    private boolean twice;
    private boolean used;

    private Entry(DayMark mark, @Nullable AttendanceCode code) {
      this.mark = mark;
      this.code = code;
      if (code != null) {
        counts.addAll(code.counts());
      }
      takenPart = mark.onlineSpecial() || (code != null && code.effect() == CodeEffect.ONLINE);
      held = mark.onlineHeld() || takenPart;
    }

    private void merge(Entry other) {
      held |= other.held;
      takenPart |= other.takenPart;
      if (atSchool() && other.atSchool()) {
        counts.addAll(other.counts);
      } else {
        twice |= code != null && other.code != null && other.code.effect() != CodeEffect.ONLINE;
      }
    }

    private boolean atSchool() {
      return code != null && code.effect() == CodeEffect.PRESENT;
    }

    /** Returns where the code's remark stands, so that the statutory cause is the one printed. */
    private int order() {
      return code == null ? 0 : code.remarkOrder();
    }

    private int rank() {
      if (code == null) {
        return 9;
      }
      return switch (code.effect()) {
        case PRESENT -> 0;
        case EXEMPT -> 1;
        case CREDITED -> 2;
        case ONLINE -> 3;
        case ABSENT -> 4;
      };
    }

    Optional<AttendanceCode> code() {
      return Optional.ofNullable(code);
    }

    boolean held() {
      return held;
    }

    boolean takenPart() {
      return takenPart;
    }

    /** Returns the counts of the code, and of every other mark of a day at school. */
    Set<CodeCount> counts() {
      return counts;
    }

    /** Tells whether the day has codes of which only one can count. */
    boolean twice() {
      return twice;
    }

    /** Notes that a verdict looked at the entry. */
    void use() {
      used = true;
    }

    boolean used() {
      return used;
    }

    boolean isIct() {
      return counts.contains(CodeCount.ICT);
    }

    int minutes() {
      return mark.minutes().orElse(0);
    }

    boolean visited() {
      return mark.visit().orElse(false);
    }
  }
}
