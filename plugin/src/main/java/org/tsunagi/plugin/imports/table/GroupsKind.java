// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.register.ClosureIntake;
import org.tsunagi.plugin.register.GroupIntake;

/** Members of groups that come to school by turns (分散登校). */
public final class GroupsKind implements ImportKind {
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("schoolSourcedId", 255),
          Column.key("group", 60),
          Column.key("studentSourcedId", 255),
          Column.optional("firstOn", 40),
          Column.optional("lastOn", 40));

  private final StudentDirectory directory;
  private final GroupIntake intake;

  /** Makes the kind. */
  public GroupsKind(StudentDirectory directory, GroupIntake intake) {
    this.directory = directory;
    this.intake = intake;
  }

  @Override
  public String id() {
    return "groups";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    Schools schools = new Schools(directory);
    List<GroupIntake.Member> members = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    new Upload(run, "groups.csv")
        .read(SPEC, List.of(row -> read(row, schools, keys).ifPresent(members::add)));
    if (run.findings().refuse()) {
      return JobCounts.NONE;
    }
    ClosureIntake.Written done = intake.writeMembers(run.connection(), members);
    return new JobCounts(done.added(), done.changed(), done.unchanged(), 0, 0);
  }

  private static boolean meets(
      Enrolment stay, Optional<LocalDate> first, Optional<LocalDate> last) {
    LocalDate end = stay.last().orElse(new SchoolYear(stay.schoolYear()).last());
    return first.map(day -> !day.isAfter(end)).orElse(true)
        && last.map(day -> !day.isBefore(stay.first())).orElse(true);
  }

  private Optional<GroupIntake.Member> read(Row row, Schools schools, Set<String> keys) {
    Optional<SchoolId> school = schools.find(row);
    Optional<LocalDate> first = row.date("firstOn");
    Optional<LocalDate> last = row.date("lastOn");
    if (school.isEmpty() || !row.usable()) {
      return Optional.empty();
    }
    StudentId student = new StudentId(row.text("studentSourcedId"));
    List<Enrolment> stays =
        directory.listEnrolments(student).stream()
            .filter(stay -> stay.school().equals(school.get()))
            .toList();
    if (stays.isEmpty()) {
      row.error("UNKNOWN_STUDENT", "studentSourcedId", "この児童生徒は、この学校の名簿にいません。番号を確かめてください。");
    } else if (stays.stream().noneMatch(stay -> meets(stay, first, last))) {
      row.error(
          "OUTSIDE_STAY",
          first.isPresent() ? "firstOn" : "lastOn",
          "この期間は、この児童生徒がこの学校に在籍していません。日付か名簿を確かめてください。");
    }
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      row.error("BAD_RANGE", "lastOn", "終わりの日は、始めの日と同じか後にしてください。");
    }
    String key =
        String.join(
            "\t", school.get().value(), row.text("group"), student.value(), row.text("firstOn"));
    if (!keys.add(key)) {
      row.error("DUPLICATE_KEY", "studentSourcedId", "同じ行が2つあります。1つにしてください。");
    }
    return row.usable()
        ? Optional.of(new GroupIntake.Member(school.get(), row.text("group"), student, first, last))
        : Optional.empty();
  }
}
