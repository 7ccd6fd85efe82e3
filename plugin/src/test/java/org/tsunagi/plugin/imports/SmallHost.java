// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.code.CodeIntake;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.HostCodes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.draft.CodeDrafts;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.ShippedConditions;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.imports.roster.RosterKind;
import org.tsunagi.plugin.imports.table.CalendarKind;
import org.tsunagi.plugin.imports.table.ClosuresKind;
import org.tsunagi.plugin.imports.table.CreditingsKind;
import org.tsunagi.plugin.imports.table.EvidenceFile;
import org.tsunagi.plugin.imports.table.FacilitiesKind;
import org.tsunagi.plugin.imports.table.GroupsKind;
import org.tsunagi.plugin.imports.table.IctRulesKind;
import org.tsunagi.plugin.imports.table.MarksKind;
import org.tsunagi.plugin.imports.table.SchoolsKind;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRefused;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.register.ClosureIntake;
import org.tsunagi.plugin.register.CodeEffects;

/**
 * A host with one school (s1), one homeroom of 2026 (c1, P5) and two students: a for the whole
 * year, b from June to October. It notes what an import hands to it.
 */
final class SmallHost {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Homeroom ROOM =
      new Homeroom(
          new HomeroomId("c1"), new SchoolId("s1"), 2026, Grade.find("P5").get(), "5年1組", false);

  final StudentDirectory directory = mock(StudentDirectory.class);
  final StaffDirectory staff = mock(StaffDirectory.class);
  final SchoolCalendar calendar = mock(SchoolCalendar.class);
  final AttendanceBook book = mock(AttendanceBook.class);
  final List<RosterRow> rows = new ArrayList<>();
  int written;

  /** Makes the host; a fresh one knows no school yet. */
  SmallHost(boolean fresh) {
    when(staff.find(any())).thenReturn(Optional.empty());
    when(directory.find(any())).thenReturn(Optional.empty());
    when(directory.findHomeroom(any())).thenReturn(Optional.empty());
    when(calendar.write(any()))
        .thenAnswer(
            call -> {
              written += call.<List<?>>getArgument(0).size();
              return new SchoolCalendar.Written(0, 0, 0);
            });
    when(book.write(any()))
        .thenAnswer(
            call -> {
              written += call.<List<?>>getArgument(0).size();
              return new AttendanceBook.Written(0, 0, 0, 0);
            });
    if (!fresh) {
      fill();
    }
  }

  private void fill() {
    SchoolId school = new SchoolId("s1");
    when(directory.listSchools()).thenReturn(List.of(new School(school, "架空小", "架空市")));
    when(directory.listHomerooms(school, 2026)).thenReturn(List.of(ROOM));
    when(directory.findHomeroom(ROOM.id())).thenReturn(Optional.of(ROOM));
    List<Enrolment> stays =
        List.of(
            stay("a", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)),
            stay("b", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 10, 31)));
    for (Enrolment stay : stays) {
      when(directory.listEnrolments(stay.student())).thenReturn(List.of(stay));
      when(directory.find(stay.student())).thenReturn(Optional.of(student(stay.student())));
    }
    org.mockito.Mockito.doAnswer(
            call -> {
              Consumer<Enrolment> consumer = call.getArgument(2);
              if (call.<Integer>getArgument(1) == 2026) {
                stays.forEach(consumer);
              }
              return null;
            })
        .when(directory)
        .streamEnrolments(any(), anyInt(), any());
    org.mockito.Mockito.doAnswer(
        call -> {
          Consumer<PlannedDay> consumer = call.getArgument(2);
          for (int month : new int[] {5, 7, 11}) {
            LocalDate day = LocalDate.of(2026, month, 6);
            consumer.accept(new PlannedDay(school, day, ROOM.grade(), true, "", true));
          }
          return null;
        })
        .when(calendar)
        .stream(any(), anyInt(), any());
  }

  private static Enrolment stay(String student, LocalDate first, LocalDate last) {
    return new Enrolment(
        "e-" + student,
        new StudentId(student),
        ROOM.school(),
        2026,
        ROOM.grade(),
        Optional.of(ROOM.id()),
        1,
        first,
        Optional.of(last));
  }

  private static Student student(StudentId id) {
    return new Student(id, "架空", "一", "", "", "unspecified", Optional.empty(), "", List.of());
  }

  /** Reads a file and returns what was found. */
  List<JobFinding> read(String kind, byte[] file) {
    Instant now = Instant.parse("2026-11-20T00:00:00Z");
    Job job =
        new Job(
            "j",
            kind,
            false,
            JobState.RUNNING,
            "x",
            "X",
            now,
            Optional.of(now),
            Optional.empty(),
            1,
            0,
            0,
            JobCounts.NONE,
            0);
    JobRun run = new JobRun(job, new UploadedFile(file), noConnection(), new JobRun.Progress());
    try {
      kind(kind).run(run);
    } catch (JobRefused refused) {
      if (!run.findings().refuse()) {
        throw new AssertionError("refused without a finding");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return run.findings().list();
  }

  private static Connection noConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            SmallHost.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("no SQL here");
            });
  }

  private ImportKind kind(String kind) {
    ShippedCodes shipped = new ShippedCodes();
    Codes codes =
        new Codes(shipped) {
          @Override
          public CodesInForce inForce(Connection connection) {
            return new CodesInForce(0, shipped.catalogue().list(), List.of(), List.of());
          }
        };
    SchoolClock clock = clock();
    return switch (kind) {
      case "roster" ->
          new RosterKind(directory, staff, bulk -> session(), new HostCodes(codes, book), clock);
      case "calendar" -> new CalendarKind(directory, calendar, clock);
      case "closures" ->
          new ClosuresKind(directory, (c, list) -> wrote(list), (c, school) -> Set.of("A"));
      case "groups" -> new GroupsKind(directory, (c, list) -> wrote(list));
      case "marks" ->
          new MarksKind(directory, calendar, book, new CatalogueMarkCodes(codes), clock);
      case "schools" -> new SchoolsKind(directory, profiles());
      case "facilities" -> new FacilitiesKind(learning(), clock);
      case "ictRules" -> new IctRulesKind(directory, learning(), clock);
      case "evidence" -> new EvidenceFile(directory, calendar, learning(), clock);
      case "creditings" ->
          new CreditingsKind(directory, codes, SmallHost::lists, learning(), clock);
      case "codes" -> new CodesKind(drafts(codes, clock), clock);
      default -> throw new AssertionError(kind);
    };
  }

  private static Map<SchoolId, List<ConditionList>> lists(
      Connection connection, Set<SchoolId> schools) {
    List<ConditionList> shipped = new ShippedConditions().lists();
    return schools.stream().collect(Collectors.toMap(one -> one, one -> shipped));
  }

  /** Knows the facility f1 and counts what it is given. */
  private CreditingIntake learning() {
    return mock(
        CreditingIntake.class,
        call -> {
          if (call.getMethod().getName().equals("facilities")) {
            return Set.of("f1");
          }
          return counted(call.<List<?>>getArgument(1).size());
        });
  }

  private JobCounts counted(int rows) {
    written += rows;
    return JobCounts.NONE;
  }

  private CodeDrafts drafts(Codes codes, SchoolClock clock) {
    CodeIntake intake = mock(CodeIntake.class);
    when(intake.hold(any())).thenAnswer(call -> codes.inForce(call.getArgument(0)));
    when(intake.versions(any(), any(), any(), any()))
        .thenAnswer(call -> versions(call.getArgument(2), call.getArgument(3)));
    org.mockito.Mockito.doAnswer(call -> counted(call.<List<?>>getArgument(2).size()))
        .when(intake)
        .activate(any(), any(), any());
    return new CodeDrafts(codes, intake, mock(CodeEffects.class), mock(), clock);
  }

  private static List<CodeVersion> versions(List<AttendanceCode> wanted, CodeIntake.Order order) {
    return wanted.stream()
        .map(
            code ->
                new CodeVersion(
                    code,
                    1,
                    order.first(),
                    order.origin(),
                    order.note(),
                    order.backwardReason(),
                    "x",
                    "X",
                    Instant.parse("2026-11-20T00:00:00Z")))
        .toList();
  }

  private ClosureIntake.Written wrote(List<?> list) {
    written += list.size();
    return new ClosureIntake.Written(list.size(), 0, 0);
  }

  private SchoolProfiles profiles() {
    return new SchoolProfiles() {
      @Override
      public Optional<SchoolProfile> find(Connection connection, SchoolId school) {
        return Optional.empty();
      }

      @Override
      public void save(Connection connection, SchoolProfile profile) {
        written++;
      }
    };
  }

  private static SchoolClock clock() {
    return new SchoolClock() {
      @Override
      public LocalDate today() {
        return TODAY;
      }

      @Override
      public Instant now() {
        return Instant.parse("2026-11-20T00:00:00Z");
      }
    };
  }

  private RosterIntake.Session session() {
    return (RosterIntake.Session)
        Proxy.newProxyInstance(
            SmallHost.class.getClassLoader(),
            new Class<?>[] {RosterIntake.Session.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("put")) {
                rows.add((RosterRow) arguments[0]);
              }
              return method.getName().equals("finish") ? IntakeCounts.NONE : null;
            });
  }
}
