// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobHandler;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.register.SchoolCounts;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.persistence.NoteTable;
import org.tsunagi.plugin.watch.persistence.NoticeTable;
import org.tsunagi.plugin.watch.persistence.NoticeTable.Notice;

/**
 * Tells people of a school what was noticed, each of each finding once, and puts a mail with the
 * number of new notices into the post for those who want one. A school needs a fixed number of
 * statements, whatever the number of its students.
 *
 * <p>Told are those who check and those who lead (養護教諭, 管理職, コーディネーター) of the whole school, and
 * homeroom teachers of their own class. Basis: 作成プロセス（例）「養護教諭等が…チェックし、管理職などへ状況報告」.
 */
@Component(service = JobHandler.class)
public final class NoticesJob implements JobHandler {
  private static final List<HostRole> TOLD =
      List.of(
          HostRole.PRINCIPAL,
          HostRole.VICE_PRINCIPAL,
          HostRole.YOGO_TEACHER,
          HostRole.COORDINATOR,
          HostRole.HOMEROOM_TEACHER);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final StudentDirectory directory;
  private final StaffDirectory staff;
  private final SchoolCounts counts;
  private final WatchBoards boards;
  private final NoteTable notes;
  private final NoticeTable notices;
  private final MailPost post;
  private final SchoolClock clock;
  private final List<SchoolReminder> reminders = new CopyOnWriteArrayList<>();

  /** Makes the handler. */
  @Activate
  public NoticesJob(
      @Reference StudentDirectory directory,
      @Reference StaffDirectory staff,
      @Reference SchoolCounts counts,
      @Reference WatchBoards boards,
      @Reference NoteTable notes,
      @Reference NoticeTable notices,
      @Reference MailPost post,
      @Reference SchoolClock clock) {
    this.directory = directory;
    this.staff = staff;
    this.counts = counts;
    this.boards = boards;
    this.notes = notes;
    this.notices = notices;
    this.post = post;
    this.clock = clock;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void add(SchoolReminder reminder) {
    reminders.add(reminder);
  }

  void remove(SchoolReminder reminder) {
    reminders.remove(reminder);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ScanQueue.KIND);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    String only = new String(run.open().readAllBytes(), StandardCharsets.UTF_8).strip();
    List<SchoolId> schools =
        only.isEmpty()
            ? directory.listSchools().stream().map(School::id).toList()
            : List.of(new SchoolId(only));
    run.setTotal(schools.size());
    int told = 0;
    for (int i = 0; i < schools.size(); i++) {
      told += tell(run.connection(), schools.get(i));
      run.reach(i + 1L);
    }
    return new JobCounts(told, 0, 0, 0, 0);
  }

  /** Tells the people of a school; returns how many notices are new. */
  int tell(Connection connection, SchoolId school) {
    LocalDate today = clock.today();
    SchoolYear year = SchoolYear.of(today);
    countLastYear(connection, school, year.year() - 1);
    WatchBoard board =
        boards.load(connection, school, today, new WatchBoards.Reader("", true, room -> true));
    Instant first = year.first().atStartOfDay(TOKYO).toInstant();
    Set<Notice> before = notices.listTold(connection, school, first);
    List<Notice> fresh =
        listNotices(board, listPeople(school, today), today).stream()
            .filter(one -> !before.contains(one))
            .toList();
    notices.add(connection, school, fresh, clock.now());
    Map<String, Integer> numbers = new HashMap<>();
    fresh.forEach(one -> numbers.merge(one.person(), 1, Integer::sum));
    for (SchoolReminder reminder : reminders) {
      reminder
          .remind(connection, school)
          .forEach((person, count) -> numbers.merge(person, count, Integer::sum));
    }
    queueMail(connection, numbers);
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Keeps last year's figures, so that a page needs no second counting pass. */
  private void countLastYear(Connection connection, SchoolId school, int schoolYear) {
    Map<StudentId, NoteTable.LastYear> figures = new HashMap<>();
    for (StudentCount count : counts.count(connection, school, schoolYear).students()) {
      int absent = count.stays().stream().mapToInt(s -> s.year().tally().daysAbsent()).sum();
      int credited =
          count.stays().stream()
              .flatMap(stay -> stay.year().tally().credited().stream())
              .mapToInt(Integer::intValue)
              .sum();
      if (absent + credited > 0) {
        figures.put(count.student(), new NoteTable.LastYear(count.student(), absent, credited));
      }
    }
    notes.putLastYear(connection, school, schoolYear, figures.values());
  }

  private List<StaffMember> listPeople(SchoolId school, LocalDate today) {
    Map<StaffId, StaffMember> people = new HashMap<>();
    for (HostRole role : TOLD) {
      staff.listByRole(school, role, today).forEach(one -> people.put(one.id(), one));
    }
    return List.copyOf(people.values());
  }

  private static List<Notice> listNotices(
      WatchBoard board, List<StaffMember> people, LocalDate today) {
    List<Notice> all = new ArrayList<>();
    for (WatchChild child : board.children()) {
      List<WatchFinding> open = child.findings().stream().filter(WatchFinding::open).toList();
      if (open.isEmpty()) {
        continue;
      }
      for (StaffMember person : people) {
        if (isToldOf(person, board.school(), child.homeroom(), today)) {
          open.forEach(one -> all.add(new Notice(person.id().value(), child.student(), one.key())));
        }
      }
    }
    return all;
  }

  private static boolean isToldOf(
      StaffMember person, SchoolId school, Optional<Homeroom> room, LocalDate today) {
    return person.posts().stream()
        .filter(one -> one.heldOn(today) && one.school().equals(Optional.of(school)))
        .anyMatch(
            one ->
                one.role() == HostRole.HOMEROOM_TEACHER
                    ? room.isPresent() && one.homeroom().equals(room.map(Homeroom::id))
                    : TOLD.contains(one.role()));
  }

  private void queueMail(Connection connection, Map<String, Integer> numbers) {
    if (numbers.isEmpty() || !post.configured()) {
      return;
    }
    for (String person : notices.listWithAddress(connection, numbers.keySet())) {
      notices.queue(connection, person, numbers.getOrDefault(person, 0), clock.now());
    }
  }
}
