// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/**
 * The calendar: school days and non-school days. A row without a grade holds for every grade of the
 * school; a row with a grade goes before it, wherever it stands.
 */
public final class CalendarKind implements ImportKind {
  private static final int BATCH = 2000;
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("schoolSourcedId", 255),
          Column.key("date", 40),
          Column.optional("grade", 40),
          Column.key("dayKind", 20),
          Column.optional("title", 100),
          Column.optional("registerTaken", 40));

  private final StudentDirectory directory;
  private final SchoolCalendar calendar;
  private final SchoolClock clock;

  /** Makes the kind. */
  public CalendarKind(StudentDirectory directory, SchoolCalendar calendar, SchoolClock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "calendar";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    Pass pass = new Pass(new Schools(directory), clock.today());
    new Upload(run, "calendar.csv").read(SPEC, List.of(pass::check, pass::write));
    if (!run.findings().refuse()) {
      pass.flush();
    }
    return pass.counts;
  }

  /** One file. */
  private final class Pass {
    private final Schools schools;
    private final LocalDate today;
    private final Map<String, BitSet> seen = new HashMap<>();
    private final List<PlannedDay> batch = new ArrayList<>();
    private JobCounts counts = JobCounts.NONE;

    Pass(Schools schools, LocalDate today) {
      this.schools = schools;
      this.today = today;
    }

    private BitSet seen(SchoolId school, String grade, int year) {
      return seen.computeIfAbsent(year + " " + grade + " " + school.value(), key -> new BitSet());
    }

    void check(Row row) {
      Optional<SchoolId> school = schools.find(row);
      Optional<LocalDate> date = row.date("date");
      row.choice("dayKind", List.of("schoolDay", "nonSchoolDay"));
      row.flag("registerTaken", false);
      String grade = row.text("grade");
      if (!grade.isEmpty() && Grade.find(grade).isEmpty()) {
        row.error("UNKNOWN_GRADE", "grade", "学年は P1〜P6、J1〜J3、H1〜H3 のどれかにしてください。全学年なら空にします。");
      }
      if (school.isEmpty() || date.isEmpty() || !row.usable()) {
        return;
      }
      SchoolYear year = SchoolYear.of(date.get());
      if (!schools.hasYear(school.get(), year.year())) {
        row.error(
            "DATE_OUTSIDE_YEAR",
            "date",
            "名簿にない年度（" + year.year() + "年度）の日です。日付を確かめるか、先にその年度の名簿を取り込んでください。");
        return;
      }
      BitSet days = seen(school.get(), gradeKey(row), year.year());
      int day = (int) (date.get().toEpochDay() - year.first().toEpochDay());
      if (days.get(day)) {
        row.error("DUPLICATE_KEY", "date", "同じ学校・日・学年の行が2つあります。1つにしてください。");
      }
      days.set(day);
    }

    private String gradeKey(Row row) {
      return Grade.find(row.text("grade")).map(Grade::name).orElse("");
    }

    void write(Row row) {
      SchoolId school = new SchoolId(row.text("schoolSourcedId"));
      LocalDate date = row.date("date").orElseThrow();
      SchoolYear year = SchoolYear.of(date);
      Optional<Grade> own = Grade.find(row.text("grade"));
      if (own.isPresent()) {
        add(row, school, date, own.get());
        return;
      }
      int day = (int) (date.toEpochDay() - year.first().toEpochDay());
      for (Grade grade : schools.grades(school, year.year())) {
        if (!seen(school, grade.name(), year.year()).get(day)) {
          add(row, school, date, grade);
        }
      }
    }

    private void add(Row row, SchoolId school, LocalDate date, Grade grade) {
      boolean schoolDay = row.text("dayKind").equals("schoolDay");
      boolean taken = schoolDay && row.flag("registerTaken", date.isBefore(today));
      batch.add(new PlannedDay(school, date, grade, schoolDay, row.text("title"), taken));
      if (batch.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      SchoolCalendar.Written done = calendar.write(List.copyOf(batch));
      batch.clear();
      counts = counts.plus(new JobCounts(done.added(), done.changed(), done.unchanged(), 0, 0));
    }
  }
}
