// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.SchoolCounts;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.watch.domain.SettingsInForce;
import org.tsunagi.plugin.watch.domain.StudentWatch;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchRules;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.domain.WatchTask;
import org.tsunagi.plugin.watch.persistence.NoteTable;
import org.tsunagi.plugin.watch.persistence.SettingTable;
import org.tsunagi.plugin.watch.persistence.TaskTable;

/** Derives what was noticed at a school from one counting pass. It checks no rights. */
@Component(service = WatchBoards.class)
public final class WatchBoards {
  private static final Comparator<WatchChild> IN_ORDER =
      Comparator.comparing(WatchChild::grade)
          .thenComparing(child -> child.homeroom().map(Homeroom::name).orElse(""))
          .thenComparing(child -> child.student().value());

  private final SchoolCounts counts;
  private final SettingTable settings;
  private final TaskTable tasks;
  private final NoteTable notes;

  /** Makes it. */
  @Activate
  public WatchBoards(
      @Reference SchoolCounts counts,
      @Reference SettingTable settings,
      @Reference TaskTable tasks,
      @Reference NoteTable notes) {
    this.counts = counts;
    this.settings = settings;
    this.tasks = tasks;
    this.notes = notes;
  }

  /**
   * Who looks at what.
   *
   * @param person the id of the reader
   * @param whole whether the reader sees the whole school
   * @param homeroom which homerooms the reader sees, where it is not the whole school
   */
  public record Reader(String person, boolean whole, Predicate<Homeroom> homeroom) {}

  /** Loads the board of a school on a day: those students who are at the school that day. */
  public WatchBoard load(Connection connection, SchoolId school, LocalDate on, Reader reader) {
    SchoolYear year = SchoolYear.of(on);
    SettingsInForce inForce = settings.inForce(connection, school, on);
    SchoolCounts.Year counted = counts.count(connection, school, year.year());
    Board board =
        new Board(
            year,
            on,
            inForce.settings(),
            counted.homerooms().stream().collect(Collectors.toMap(Homeroom::id, one -> one)),
            notes.load(connection, school, year, reader.person()),
            tasks.list(connection, school).stream()
                .collect(Collectors.groupingBy(WatchTask::student)));
    List<WatchChild> children = new ArrayList<>();
    for (StudentCount student : counted.students()) {
      board
          .child(student)
          .filter(child -> reader.whole() || child.homeroom().filter(reader.homeroom()).isPresent())
          .ifPresent(children::add);
    }
    children.sort(IN_ORDER);
    List<Homeroom> rooms =
        counted.homerooms().stream()
            .filter(room -> reader.whole() || reader.homeroom().test(room))
            .toList();
    return new WatchBoard(school, on, inForce, rooms, reader.whole(), children);
  }

  /** What all students of a board share. */
  private record Board(
      SchoolYear year,
      LocalDate on,
      WatchSettings settings,
      Map<HomeroomId, Homeroom> homerooms,
      NoteTable.Notes notes,
      Map<StudentId, List<WatchTask>> tasks) {
    Board {
      homerooms = new HashMap<>(homerooms);
    }

    Optional<WatchChild> child(StudentCount count) {
      return count.stays().stream()
          .map(StayCount::stay)
          .filter(stay -> stay.period().contains(on))
          .findFirst()
          .map(stay -> child(count, stay));
    }

    private WatchChild child(StudentCount count, Stay stay) {
      StudentId student = count.student();
      List<WatchDay> days = days(count);
      Optional<String> answer = Optional.ofNullable(notes.answers().get(student));
      StudentWatch watch =
          new StudentWatch(
              year,
              days,
              lastYear(student),
              notes.contacts().getOrDefault(student, List.of()),
              answer.filter(outcome -> !outcome.equals("asking")).isPresent());
      return new WatchChild(
          student,
          stay.grade().calendar().grade(),
          homeroom(stay),
          days,
          WatchRules.countYear(watch, settings, on),
          WatchRules.find(watch, settings, on),
          tasks.getOrDefault(student, List.of()),
          answer,
          notes.told().getOrDefault(student, Set.of()));
    }

    private List<WatchDay> days(StudentCount count) {
      return count.stays().stream()
          .flatMap(stay -> stay.days().stream())
          .filter(day -> !day.date().isAfter(on))
          .flatMap(day -> WatchDay.of(day).stream())
          .sorted(Comparator.comparing(WatchDay::date))
          .toList();
    }

    private int lastYear(StudentId student) {
      int[] figures = notes.lastYear().getOrDefault(student, new int[2]);
      return figures[0] + (settings.creditedCounts() ? figures[1] : 0);
    }

    private Optional<Homeroom> homeroom(Stay stay) {
      return stay.placements().stream()
          .filter(placement -> placement.period().contains(on))
          .map(Placement::homeroom)
          .map(homerooms::get)
          .findFirst();
    }
  }
}
