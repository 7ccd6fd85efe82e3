// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.domain.MarkCodes;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Attendance marks, one row per student and day; streamed, and written in batches. */
public final class MarksKind implements ImportKind {
  private static final int BATCH = 5000;
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("studentSourcedId", 255),
          Column.key("date", 40),
          Column.key("code", 64),
          Column.optional("detail", 200),
          Column.optional("facilityId", 64),
          Column.optional("place", 200),
          Column.optional("onlineHeld", 40),
          Column.optional("onlineSpecial", 40),
          Column.optional("minutes", 40),
          Column.optional("visit", 40),
          Column.optional("note", 1000));

  private final StudentDirectory directory;
  private final SchoolCalendar calendar;
  private final AttendanceBook book;
  private final MarkCodes codes;
  private final SchoolClock clock;

  /** Makes the kind. */
  public MarksKind(
      StudentDirectory directory,
      SchoolCalendar calendar,
      AttendanceBook book,
      MarkCodes codes,
      SchoolClock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.book = book;
    this.codes = codes;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "marks";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    Pass pass = new Pass(run);
    new Upload(run, "marks.csv").read(SPEC, List.of(pass::take));
    if (!run.findings().refuse()) {
      pass.flush();
    }
    return pass.counts;
  }

  /** One file. */
  private final class Pass {
    private final JobRun run;
    private final StayIndex index = new StayIndex(directory, calendar);
    private final MarkChange.Author author;
    private final Instant now = clock.now();
    private final BiPredicate<String, LocalDate> offered;
    private final List<MarkChange> batch = new ArrayList<>(BATCH);
    private JobCounts counts = JobCounts.NONE;

    Pass(JobRun run) {
      this.run = run;
      this.offered = codes.read(run.connection());
      this.author = new MarkChange.Author(run.actor().id(), run.actor().name(), "取り込み");
    }

    void take(Row row) {
      Optional<LocalDate> date = row.date("date");
      if (!row.usable() || date.isEmpty()) {
        return;
      }
      Optional<StayIndex.Stay> stay = stay(row, date.get());
      if (!offered.test(row.text("code"), date.get())) {
        row.error("UNKNOWN_CODE", "code", "この記号は、この年度の一覧にありません。記号の番号（ABSENT_ILLNESS など）を確かめてください。");
      }
      checkFacility(row);
      Optional<AttendanceMark> mark = stay.map(s -> mark(row, s, date.get()));
      if (mark.isPresent() && row.usable() && !run.findings().refuse()) {
        batch.add(change(mark.get()));
        if (batch.size() == BATCH) {
          flush();
        }
      }
    }

    private Optional<StayIndex.Stay> stay(Row row, LocalDate date) {
      Optional<StayIndex.StudentYear> year = index.find(row.text("studentSourcedId"), date);
      if (year.isEmpty()) {
        if (index.knows(row.text("studentSourcedId"))) {
          row.error(
              "OUTSIDE_STAY",
              "date",
              "この日の年度（" + SchoolYear.of(date).year() + "年度）に在籍していません。日付か名簿を確かめてください。");
        } else {
          row.error(
              "UNKNOWN_STUDENT", "studentSourcedId", "この児童生徒は名簿にいません。番号を確かめるか、先に名簿を取り込んでください。");
        }
        return Optional.empty();
      }
      if (!year.get().name(date)) {
        row.error("DUPLICATE_KEY", "date", "同じ児童生徒の同じ日の行が2つあります。1つにしてください。");
      }
      Optional<StayIndex.Stay> stay = year.get().on(date);
      if (stay.isEmpty()) {
        outside(row, date, year.get());
      } else if (!index.isSchoolDay(stay.get().school(), stay.get().grade(), date)) {
        row.error(
            "NOT_A_SCHOOL_DAY",
            "date",
            "この日は、この学年の授業日として登録されていません。日付を確かめるか、先に行事予定（calendar）を取り込んでください。");
      }
      return stay;
    }

    private void outside(Row row, LocalDate date, StayIndex.StudentYear year) {
      boolean before = year.stays().stream().allMatch(stay -> date.isBefore(stay.first()));
      row.error(
          before ? "BEFORE_STAY" : "OUTSIDE_STAY",
          "date",
          before ? "在籍が始まる前の日です。日付か名簿を確かめてください。" : "在籍していない日です。日付か名簿を確かめてください。");
    }

    private void checkFacility(Row row) {
      boolean elsewhere = FACILITY_CODES.contains(row.text("code"));
      if (elsewhere && row.text("facilityId").isEmpty()) {
        row.warn("FACILITY_MISSING", "facilityId", "学校外の施設の番号がありません。あとで出席簿から入れてください。");
      }
    }

    private AttendanceMark mark(Row row, StayIndex.Stay stay, LocalDate date) {
      int minutes = row.number("minutes", 0, 1440, -1);
      boolean visit = row.flag("visit", false);
      return new AttendanceMark(
          stay.school(),
          new StudentId(row.text("studentSourcedId")),
          date,
          row.text("code"),
          row.text("detail"),
          row.text("facilityId"),
          row.text("place"),
          row.flag("onlineHeld", false),
          row.flag("onlineSpecial", false),
          minutes < 0 ? OptionalInt.empty() : OptionalInt.of(minutes),
          row.text("visit").isEmpty() ? Optional.empty() : Optional.of(visit),
          row.text("note"));
    }

    private MarkChange change(AttendanceMark mark) {
      return new MarkChange(
          mark.school(), mark.student(), mark.date(), Optional.of(mark), author, "", now);
    }

    void flush() {
      AttendanceBook.Written done = book.write(List.copyOf(batch));
      batch.clear();
      counts =
          counts.plus(
              new JobCounts(done.added(), done.changed() + done.cleared(), done.unchanged(), 0, 0));
    }
  }

  /** The codes of the rows ① to ⑦, which name a facility. */
  private static final java.util.Set<String> FACILITY_CODES =
      java.util.Set.of(
          "CREDITED_SUPPORT_CENTER",
          "CREDITED_BOARD_FACILITY",
          "CREDITED_CHILD_GUIDANCE",
          "CREDITED_HEALTH_CENTER",
          "CREDITED_HOSPITAL",
          "CREDITED_PRIVATE",
          "CREDITED_OTHER_FACILITY");
}
