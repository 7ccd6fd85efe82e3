// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The marks of all students of a year, up to the day before today. */
final class Register {
  private final long seed;
  private final Town town;
  private final LocalDate today;
  private final int storyYear;
  private final List<Closure> closures;

  Register(long seed, Town town, LocalDate today) {
    this.seed = seed;
    this.town = town;
    this.today = today;
    this.storyYear = Town.schoolYear(today);
    this.closures = Closure.of(town.plan(), isCurrent(), today);
  }

  /** Tells whether it is the year of the story. */
  boolean isStoryYear() {
    return isCurrent();
  }

  private boolean isCurrent() {
    return town.plan().year() == storyYear;
  }

  List<Closure> closures() {
    return closures;
  }

  /** Gives the rows of {@code marks.csv}. */
  void rows(CsvSheet.Sink sink) throws IOException {
    for (Stay stay : town.stays()) {
      for (Map.Entry<LocalDate, Mark> entry : marks(stay).entrySet()) {
        Mark mark = entry.getValue();
        boolean ict = mark.code().equals("CREDITED_ICT");
        sink.row(
            stay.pupil().id(),
            entry.getKey(),
            mark.code(),
            mark.detail(),
            mark.facility(),
            mark.place(),
            mark.onlineSpecial() ? "true" : "",
            mark.onlineSpecial() ? "true" : "",
            mark.minutes() > 0 ? mark.minutes() : "",
            ict ? String.valueOf(mark.visit()) : "",
            "");
      }
    }
  }

  /** Returns the marks of a stay by day. */
  NavigableMap<LocalDate, Mark> marks(Stay stay) {
    if (stay.pupil().name().family().equals(StoryClass.CHILD)) {
      return isCurrent() ? story(stay) : yearBeforeStory(stay);
    }
    var marks = strangerMarks(stay);
    if (isCurrent() && isStoryClass(stay)) {
      november(stay, marks);
    }
    return marks;
  }

  private static boolean isStoryClass(Stay stay) {
    return stay.room().id().endsWith("-J2-2");
  }

  private List<LocalDate> days(Stay stay) {
    return town.plan().days(stay.grade()).stream()
        .filter(stay::covers)
        .filter(day -> day.isBefore(today))
        .toList();
  }

  private Optional<Closure> closure(Stay stay, LocalDate day) {
    return closures.stream().filter(closure -> closure.covers(stay, day)).findFirst();
  }

  private NavigableMap<LocalDate, Mark> strangerMarks(Stay stay) {
    var marks = new TreeMap<LocalDate, Mark>();
    var random =
        new SplittableRandom(
            seed + 31L * stay.pupil().id().hashCode() + 7_919L * town.plan().year());
    List<LocalDate> all = town.plan().days(stay.grade());
    var ordinary = new OrdinaryYear(random.split(), stay.grade(), all);
    Optional<LongAbsence> absence = LongAbsence.find(stay.pupil().id(), storyYear);
    for (LocalDate day : days(stay)) {
      Optional<Mark> mark =
          absence.isPresent() && absence.get().hasBegun(day, storyYear)
              ? absence.get().mark(random, day)
              : ordinary.mark(day);
      Optional<Closure> closure = closure(stay, day);
      if (closure.isEmpty()) {
        mark.ifPresent(drawn -> marks.put(day, drawn));
      } else if (closure.get().online() && random.nextInt(100) < 85) {
        marks.put(day, Mark.online());
      }
    }
    lateNews(random, marks);
    return marks;
  }

  /**
   * Some absences of the last day have no reason yet; the morning after the rain some cannot come.
   */
  private void lateNews(SplittableRandom random, NavigableMap<LocalDate, Mark> marks) {
    if (!marks.isEmpty()
        && isCurrent()
        && marks.lastEntry().getValue().code().equals("ABSENT_ILLNESS")
        && marks.lastKey().isAfter(today.minusDays(5))
        && random.nextInt(3) == 0) {
      marks.put(marks.lastKey(), Mark.of("ABSENT_UNKNOWN"));
    }
    for (Closure closure : closures) {
      LocalDate next = town.plan().onOrAfter(closure.lastOn().plusDays(1));
      if (closure.basis().equals("ART63")
          && next.isBefore(today)
          && marks.containsKey(next)
          && random.nextInt(3) > 0) {
        marks.put(next, Mark.of("EXEMPT_DISASTER", closure.reason()));
      }
    }
  }

  /**
   * Replaces November by what the register of the pictures shows, today's first entries included.
   */
  private void november(Stay stay, NavigableMap<LocalDate, Mark> marks) {
    LocalDate first = LocalDate.of(storyYear, 11, 1);
    LocalDate end = LocalDate.of(storyYear, 11, 21);
    marks.subMap(first, end).clear();
    for (String mark : StoryClass.members().get(stay.number() - 1).november()) {
      put(marks, stay, 11, mark);
    }
  }

  private void put(NavigableMap<LocalDate, Mark> marks, Stay stay, int month, String text) {
    int dayOfMonth = Integer.parseInt(text.substring(0, text.length() - 1));
    LocalDate day = LocalDate.of(storyYear, month, dayOfMonth);
    if (town.plan().isSchoolDay(day, stay.grade()) && !day.isAfter(today)) {
      marks.put(day, glyph(text.charAt(text.length() - 1)));
    }
  }

  private static Mark glyph(char glyph) {
    return switch (glyph) {
      case '①' ->
          Mark.facility(StoryClass.code(glyph), LongAbsence.CENTER, LongAbsence.CENTER_NAME);
      // Visits are told by the log of evidence.
      case '⑧' -> Mark.ict(90, false);
      case '別' -> Mark.at(StoryClass.code(glyph), "別室「ひだまり」");
      case '保' -> Mark.at(StoryClass.code(glyph), "保健室");
      case '停' -> Mark.of(StoryClass.code(glyph), "インフルエンザ");
      case '忌' -> Mark.of(StoryClass.code(glyph), "祖母");
      default -> Mark.of(StoryClass.code(glyph));
    };
  }

  private NavigableMap<LocalDate, Mark> story(Stay stay) {
    var marks = new TreeMap<LocalDate, Mark>();
    for (int month = 4; month <= 11; month++) {
      for (String mark : StoryClass.childMarks(month)) {
        put(marks, stay, month, mark);
      }
    }
    for (LocalDate day : days(stay)) {
      if (day.isAfter(LocalDate.of(storyYear, 11, 20))) {
        char glyph =
            switch (day.getDayOfWeek()) {
              case MONDAY, WEDNESDAY -> '①';
              case TUESDAY, THURSDAY -> '⑧';
              default -> '別';
            };
        marks.put(day, glyph(glyph));
      }
    }
    return marks;
  }

  /** Spreads 34 absences, 12 days in another room, 14 late and 6 short days over the year. */
  private NavigableMap<LocalDate, Mark> yearBeforeStory(Stay stay) {
    var days = new ArrayList<>(days(stay));
    days.removeIf(day -> closure(stay, day).isPresent());
    Collections.shuffle(days, new Random(seed));
    var marks = new TreeMap<LocalDate, Mark>();
    days.subList(0, 34).forEach(day -> marks.put(day, Mark.of("ABSENT_ILLNESS")));
    days.subList(34, 46).forEach(day -> marks.put(day, glyph('別')));
    days.subList(46, 60).forEach(day -> marks.put(day, Mark.of("LATE")));
    days.subList(60, 66).forEach(day -> marks.put(day, Mark.of("EARLY")));
    return marks;
  }
}
