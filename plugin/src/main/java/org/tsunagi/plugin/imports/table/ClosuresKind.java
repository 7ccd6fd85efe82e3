// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.register.ClosureIntake;
import org.tsunagi.plugin.register.GroupNames;

/**
 * Temporary closures (臨時休業等).
 *
 * <p>Basis: 学校保健安全法20条, 学校教育法施行規則63条.
 */
public final class ClosuresKind implements ImportKind {
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("schoolSourcedId", 255),
          Column.key("firstOn", 40),
          Column.key("lastOn", 40),
          Column.key("scope", 20),
          Column.optional("target", 255),
          Column.key("basis", 20),
          Column.optional("reason", 200),
          Column.optional("onlineLessons", 40),
          Column.optional("authority", 200),
          Column.optional("reportedTo", 200),
          Column.optional("reportedOn", 40));

  private final StudentDirectory directory;
  private final ClosureIntake intake;
  private final GroupNames groups;

  /** Makes the kind. */
  public ClosuresKind(StudentDirectory directory, ClosureIntake intake, GroupNames groups) {
    this.directory = directory;
    this.intake = intake;
    this.groups = groups;
  }

  @Override
  public String id() {
    return "closures";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    Schools schools = new Schools(directory);
    List<ClosureIntake.Row> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Map<SchoolId, Set<String>> names = new HashMap<>();
    Function<SchoolId, Set<String>> known =
        school -> names.computeIfAbsent(school, one -> groups.listNames(run.connection(), one));
    new Upload(run, "closures.csv")
        .read(
            SPEC,
            List.of(
                row -> {
                  checkGroup(known, row, schools);
                  read(row, schools, keys).ifPresent(rows::add);
                }));
    if (run.findings().refuse()) {
      return JobCounts.NONE;
    }
    ClosureIntake.Written done = intake.write(run.connection(), rows);
    return new JobCounts(done.added(), done.changed(), done.unchanged(), 0, 0);
  }

  private static void checkGroup(Function<SchoolId, Set<String>> groups, Row row, Schools schools) {
    String target = row.text("target");
    boolean known =
        !row.text("scope").equals("group")
            || target.isEmpty()
            || schools
                .find(row.text("schoolSourcedId"))
                .map(school -> groups.apply(school).contains(target))
                .orElse(true);
    if (!known) {
      row.error("UNKNOWN_GROUP", "target", "このグループがこの学校にありません。先にグループ（groups）を取り込むか、名前を確かめてください。");
    }
  }

  private static Optional<ClosureIntake.Row> read(Row row, Schools schools, Set<String> keys) {
    Optional<SchoolId> school = schools.find(row);
    Optional<LocalDate> first = row.date("firstOn");
    Optional<LocalDate> last = row.date("lastOn");
    row.choice("scope", List.of("school", "grade", "homeroom", "group"));
    row.choice("basis", List.of("ART20", "ART63", "STAGGERED"));
    boolean online = row.flag("onlineLessons", false);
    Optional<LocalDate> reportedOn = row.date("reportedOn");
    if (school.isEmpty() || first.isEmpty() || last.isEmpty() || !row.usable()) {
      return Optional.empty();
    }
    checkDates(row, schools, school.get(), first.get(), last.get());
    String target = target(row, schools, school.get(), first.get());
    String key =
        String.join(
            "\t",
            school.get().value(),
            first.get().toString(),
            last.get().toString(),
            row.text("scope"),
            target,
            row.text("basis"));
    if (!keys.add(key)) {
      row.error("DUPLICATE_KEY", "firstOn", "同じ休業の行が2つあります。1つにしてください。");
    }
    return row.usable()
        ? Optional.of(closure(row, school.get(), target, online, reportedOn))
        : Optional.empty();
  }

  private static ClosureIntake.Row closure(
      Row row, SchoolId school, String target, boolean online, Optional<LocalDate> reportedOn) {
    return new ClosureIntake.Row(
        school,
        row.date("firstOn").orElseThrow(),
        row.date("lastOn").orElseThrow(),
        row.text("scope"),
        target,
        row.text("basis"),
        row.text("reason"),
        online,
        row.text("authority"),
        row.text("reportedTo"),
        reportedOn);
  }

  private static void checkDates(
      Row row, Schools schools, SchoolId school, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      row.error("BAD_RANGE", "lastOn", "終わりの日は、始めの日と同じか後にしてください。");
    } else if (!SchoolYear.of(first).equals(SchoolYear.of(last))) {
      row.error("DATE_OUTSIDE_YEAR", "lastOn", "4月1日をまたいでいます。年度ごとに2行に分けてください。");
    } else if (!schools.hasYear(school, SchoolYear.of(first).year())) {
      row.error(
          "DATE_OUTSIDE_YEAR",
          "firstOn",
          "名簿にない年度（" + SchoolYear.of(first).year() + "年度）の日です。日付を確かめてください。");
    }
  }

  private static String target(Row row, Schools schools, SchoolId school, LocalDate first) {
    String target = row.text("target");
    switch (row.text("scope")) {
      case "school" -> {
        if (!target.isEmpty()) {
          row.error("BAD_TARGET", "target", "scope が school のときは空にしてください。");
        }
      }
      case "grade" -> {
        Optional<Grade> grade = Grade.find(target);
        if (grade.isEmpty()) {
          row.error("BAD_TARGET", "target", "scope が grade のときは P1〜P6、J1〜J3、H1〜H3 のどれかを書いてください。");
        }
        return grade.map(Grade::name).orElse(target);
      }
      case "homeroom" -> {
        int year = SchoolYear.of(first).year();
        if (!schools.homerooms(school, year).containsKey(target)) {
          row.error(
              "UNKNOWN_HOMEROOM",
              "target",
              "この学級は、この学校の" + year + "年度の名簿にありません。classes.csv の sourcedId を書いてください。");
        }
      }
      default -> {
        if (target.isEmpty()) {
          row.error("BAD_TARGET", "target", "scope が group のときは、グループの名前を書いてください。");
        }
      }
    }
    return target;
  }
}
