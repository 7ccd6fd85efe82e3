// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The students who entered primary school in one year; they keep their ids as they move up.
 *
 * <p>The first {@value #PRIMARY_SIZE} went to the primary school of the sample, the others join at
 * the junior-high school.
 *
 * @param entryYear the year in which they were in the first grade
 * @param pupils the students, always in the same order
 */
record Cohort(int entryYear, List<Pupil> pupils) {
  /** How many are at the primary school. */
  static final int PRIMARY_SIZE = 58;

  /** How many are at the junior-high school. */
  static final int JUNIOR_SIZE = 84;

  /** The place in the list of the one in the 特別支援学級. */
  static final int SPECIAL = PRIMARY_SIZE - 1;

  /** The place of the one who moves away, and of the one who moves in. */
  static final int LEAVER = 5;

  static final int NEWCOMER = JUNIOR_SIZE;

  static Cohort of(long seed, int entryYear, int storyYear) {
    var random = new SplittableRandom(seed * 1_000_003 + entryYear);
    var pupils = new ArrayList<Pupil>();
    List<StoryClass.Member> story =
        storyYear - entryYear == 7 ? StoryClass.members() : List.<StoryClass.Member>of();
    for (int place = 0; place <= NEWCOMER; place++) {
      RandomGenerator own = random.split();
      pupils.add(
          place < story.size()
              ? member(own, entryYear, place, story.get(place))
              : stranger(own, entryYear, place));
    }
    return new Cohort(entryYear, List.copyOf(pupils));
  }

  private static String id(int entryYear, int place) {
    return "st-%d-%03d".formatted(entryYear, place + 1);
  }

  private static Pupil member(
      RandomGenerator random, int entryYear, int place, StoryClass.Member member) {
    if (member.name().family().equals(StoryClass.CHILD)) {
      return new Pupil(
          id(entryYear, place),
          member.name(),
          member.sex(),
          LocalDate.of(entryYear - 7, 8, 14),
          PersonName.of("水野 由美 みずの ゆみ"));
    }
    return new Pupil(
        id(entryYear, place),
        member.name(),
        member.sex(),
        birthday(random, entryYear),
        Names.guardianOf(random, member.name()));
  }

  private static Pupil stranger(RandomGenerator random, int entryYear, int place) {
    String sex = random.nextBoolean() ? "female" : "male";
    PersonName name =
        place == 33 || (place == 47 && entryYear % 3 == 0)
            ? Names.foreign(entryYear + place)
            : Names.draw(random, sex);
    return new Pupil(
        id(entryYear, place),
        name,
        sex,
        birthday(random, entryYear),
        Names.guardianOf(random, name));
  }

  private static LocalDate birthday(RandomGenerator random, int entryYear) {
    return LocalDate.of(entryYear - 7, 4, 2).plusDays(random.nextInt(365));
  }
}
