// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The municipality みなも市 in one school year: homerooms and stays of its two schools. */
final class Town {
  static final String DISTRICT = "org-minamo";
  static final String PRIMARY = "sch-aoba";
  static final String JUNIOR = "sch-kaede";
  static final List<String> GRADES = List.of("P1", "P2", "P3", "P4", "P5", "P6", "J1", "J2", "J3");

  private final long seed;
  private final LocalDate today;
  private final int storyYear;
  private final YearPlan plan;
  private final List<Room> rooms = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();

  Town(long seed, int year, LocalDate today) {
    this.seed = seed;
    this.today = today;
    this.storyYear = schoolYear(today);
    this.plan = new YearPlan(year);
    Room primarySpecial = special(PRIMARY, "けやき学級", GRADES.subList(0, 6));
    Room juniorSpecial = special(JUNIOR, "いちょう学級", GRADES.subList(6, 9));
    for (int grade = 0; grade < GRADES.size(); grade++) {
      fill(grade, grade < 6 ? primarySpecial : juniorSpecial);
    }
    rooms.add(primarySpecial);
    rooms.add(juniorSpecial);
    number(primarySpecial);
    number(juniorSpecial);
  }

  /** Returns the school year of a day. */
  static int schoolYear(LocalDate day) {
    return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
  }

  static String school(String grade) {
    return grade.startsWith("P") ? PRIMARY : JUNIOR;
  }

  static String schoolName(String school) {
    return switch (school) {
      case PRIMARY -> "みなも市立あおば小学校";
      case JUNIOR -> "みなも市立かえで中学校";
      default -> "みなも市教育委員会";
    };
  }

  YearPlan plan() {
    return plan;
  }

  List<Room> rooms() {
    return Collections.unmodifiableList(rooms);
  }

  List<Stay> stays() {
    return Collections.unmodifiableList(stays);
  }

  private Room special(String school, String title, List<String> grades) {
    return new Room(
        "cl-%d-%s-special".formatted(plan.year(), school),
        school,
        plan.year(),
        grades,
        title,
        true);
  }

  private void fill(int gradeIndex, Room special) {
    String grade = GRADES.get(gradeIndex);
    var classes = new ArrayList<Room>();
    for (int number = 1; number <= (gradeIndex < 6 ? 2 : 3); number++) {
      classes.add(ordinary(grade, number));
    }
    rooms.addAll(classes);
    Cohort cohort = Cohort.of(seed, plan.year() - gradeIndex, storyYear);
    var open = new ArrayList<>(classes);
    int seated = 0;
    if (grade.equals("J2") && plan.year() == storyYear) {
      Room storyRoom = open.remove(1);
      seated = StoryClass.members().size();
      cohort.pupils().subList(0, seated).forEach(pupil -> put(pupil, storyRoom, grade));
    }
    put(cohort.pupils().get(Cohort.SPECIAL), special, grade);
    List<Pupil> regular = regular(cohort, gradeIndex, seated);
    for (int i = 0; i < regular.size(); i++) {
      put(regular.get(i), open.get(i % open.size()), grade);
    }
    newcomer(cohort, gradeIndex).ifPresent(stay -> stays.add(stay));
    classes.forEach(this::number);
  }

  /** Lists those who are put into the ordinary classes by lot, in the order of the lot. */
  private List<Pupil> regular(Cohort cohort, int gradeIndex, int seated) {
    int size = gradeIndex < 6 ? Cohort.PRIMARY_SIZE : Cohort.JUNIOR_SIZE;
    var regular = new ArrayList<Pupil>();
    for (int place = seated; place < size; place++) {
      if (place != Cohort.SPECIAL && !hasLeft(place, cohort)) {
        regular.add(cohort.pupils().get(place));
      }
    }
    Collections.shuffle(regular, new Random(seed + plan.year() * 100L + gradeIndex));
    return regular;
  }

  private Room ordinary(String grade, int number) {
    return new Room(
        "cl-%d-%s-%d".formatted(plan.year(), grade, number),
        school(grade),
        plan.year(),
        List.of(grade),
        grade.substring(1) + "年" + number + "組",
        false);
  }

  private void put(Pupil pupil, Room room, String grade) {
    stays.add(new Stay(pupil, room, grade, 0, plan.firstOn(), lastDay(pupil, grade)));
  }

  /**
   * One student of the fifth grade moves away at the end of June, one of the third last October.
   */
  private LocalDate lastDay(Pupil pupil, String grade) {
    LocalDate leaving =
        plan.year() == storyYear
            ? plan.onOrAfter(LocalDate.of(plan.year(), 6, 30))
            : plan.onOrAfter(LocalDate.of(plan.year(), 10, 30));
    String leavingGrade = plan.year() == storyYear ? "P5" : "P3";
    boolean leaves =
        grade.equals(leavingGrade)
            && pupil.id().endsWith("-%03d".formatted(Cohort.LEAVER + 1))
            && leaving.isBefore(today);
    return leaves ? leaving : plan.lastOn();
  }

  private boolean hasLeft(int place, Cohort cohort) {
    return place == Cohort.LEAVER
        && plan.year() == storyYear
        && cohort.entryYear() == storyYear - 3;
  }

  /** One student moves into the fourth grade on the first of September. */
  private Optional<Stay> newcomer(Cohort cohort, int gradeIndex) {
    LocalDate coming = plan.onOrAfter(LocalDate.of(plan.year(), 9, 1));
    if (gradeIndex != 3 || plan.year() != storyYear || coming.isAfter(today)) {
      return Optional.empty();
    }
    Room room = rooms.get(rooms.size() - 1);
    Pupil pupil = cohort.pupils().get(Cohort.NEWCOMER);
    return Optional.of(new Stay(pupil, room, "P4", 99, coming, plan.lastOn()));
  }

  /**
   * Numbers a class by the reading of the names, the class of the story as the pictures have it;
   * who comes later gets the last number.
   */
  private void number(Room room) {
    boolean story = room.year() == storyYear && room.id().endsWith("-J2-2");
    var members = new ArrayList<>(stays.stream().filter(stay -> stay.room().equals(room)).toList());
    stays.removeAll(members);
    members.sort(
        Comparator.comparing(Stay::number)
            .thenComparing(stay -> story ? "" : stay.pupil().name().kana())
            .thenComparing(stay -> stay.pupil().id()));
    int number = 0;
    for (Stay stay : members) {
      number++;
      stays.add(new Stay(stay.pupil(), room, stay.grade(), number, stay.firstOn(), stay.lastOn()));
    }
  }
}
