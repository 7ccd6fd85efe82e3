// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/**
 * Reads {@code enrollments.csv}: a student's place in a homeroom is a stay, a teacher's place is
 * the post of homeroom teacher. Ends are exclusive in the file.
 */
final class EnrolmentReader implements RosterReader {
  private static final String NUMBER = "metadata.jp.shussekiNo";
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.key("classSourcedId", 255),
              Column.key("schoolSourcedId", 255),
              Column.key("userSourcedId", 255),
              Column.key("role", 30),
              Column.optional("primary", 40),
              Column.optional("beginDate", 40),
              Column.optional("endDate", 40),
              Column.optional(NUMBER, 40).or("metadata.jp.ShussekiNo"),
              Column.optional("metadata.jp.publicFlg", 20).or("metadata.jp.PublicFlg"))
          .ignoring("dateLastModified");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    String role = row.choice("role", List.of("student", "teacher", "proctor", "administrator"));
    boolean primary = row.flag("primary", false);
    Optional<LocalDate> first = row.date("beginDate");
    Optional<LocalDate> last = RosterBook.lastDay(row);
    if (!row.usable()) {
      return;
    }
    Optional<RosterBook.ClassRoom> room = book.classRoom(row.text("classSourcedId"));
    if (book.refused(RosterFile.CLASSES, row.text("classSourcedId"))
        || book.refused(RosterFile.ROLES, row.text("userSourcedId"))) {
      return;
    }
    if (room.isEmpty()) {
      row.error("UNKNOWN_CLASS", "classSourcedId", "この学級は classes.csv にありません。番号を確かめてください。");
      return;
    }
    Optional<Homeroom> homeroom = room.get().homeroom();
    homeroom.ifPresent(
        one -> {
          Span span = span(row, one, first, last);
          checkSchool(row, one);
          if (role.equals("student")) {
            stay(row, book, room.get(), one, span, ended);
          } else if (role.equals("teacher")) {
            teacher(row, book, one, span, primary, ended);
          }
        });
  }

  /** The days in the file, cut to the school year of the homeroom. */
  private record Span(LocalDate first, LocalDate last, Optional<LocalDate> named) {}

  private static Span span(
      Row row, Homeroom room, Optional<LocalDate> first, Optional<LocalDate> last) {
    SchoolYear year = new SchoolYear(room.schoolYear());
    first
        .filter(date -> !year.contains(date))
        .ifPresent(
            date ->
                row.error(
                    "DATE_OUTSIDE_YEAR",
                    "beginDate",
                    "学級の年度（" + year.year() + "年度）の外の日です。日付か学級を確かめてください。"));
    last.filter(date -> date.isAfter(year.last()) || date.isBefore(year.first().minusDays(1)))
        .ifPresent(
            date ->
                row.error(
                    "DATE_OUTSIDE_YEAR",
                    "endDate",
                    "学級の年度（" + year.year() + "年度）の外の日です。endDate は最後の日の次の日です。4月1日までの日を書いてください。"));
    LocalDate from = first.orElse(year.first());
    LocalDate to = last.orElse(year.last());
    if (to.isBefore(from.minusDays(1))) {
      row.error("BAD_RANGE", "endDate", "終わりの日（endDate）は、始めの日と同じか後にしてください。");
    }
    return new Span(from, to, last);
  }

  private static void checkSchool(Row row, Homeroom homeroom) {
    if (!homeroom.school().value().equals(row.text("schoolSourcedId"))) {
      row.error(
          "SCHOOL_MISMATCH",
          "schoolSourcedId",
          "学級の学校とちがいます。classes.csv の schoolSourcedId に合わせてください。");
    }
  }

  private static void stay(
      Row row,
      RosterBook book,
      RosterBook.ClassRoom room,
      Homeroom homeroom,
      Span span,
      boolean ended) {
    String student = row.text("userSourcedId");
    if (!book.students.containsKey(student)
        && (book.bulk || book.directory.find(new StudentId(student)).isEmpty())) {
      row.error(
          "UNKNOWN_STUDENT", "userSourcedId", "この児童生徒は users.csv（役割が student）にありません。番号を確かめてください。");
    }
    int number = row.number(NUMBER, 1, 999, 0);
    String home = book.homeClasses.getOrDefault(student, homeroom.id().value());
    boolean otherHome = !home.equals(homeroom.id().value()) && sameYear(book, home, homeroom);
    if (otherHome) {
      row.tell("NOT_HOME_CLASS", "classSourcedId", "homeClass が別の学級なので、在籍にはしません（交流学級など）。");
    }
    if (!row.usable() || otherHome || !book.writes()) {
      return;
    }
    Enrolment stay =
        new Enrolment(
            row.text("sourcedId"),
            new StudentId(student),
            homeroom.school(),
            homeroom.schoolYear(),
            grade(book.students.getOrDefault(student, List.of()), room, homeroom),
            Optional.of(homeroom.id()),
            number,
            span.first(),
            Optional.of(span.last()));
    book.intake.put(new RosterRow.StayRow(stay, ended, ended ? span.named() : Optional.empty()));
  }

  private static boolean sameYear(RosterBook book, String home, Homeroom room) {
    return book.classRoom(home)
        .flatMap(RosterBook.ClassRoom::homeroom)
        .filter(other -> other.schoolYear() == room.schoolYear())
        .isPresent();
  }

  /** Returns the student's own grade in a class of several, else the class's. */
  private static Grade grade(List<Grade> own, RosterBook.ClassRoom room, Homeroom homeroom) {
    return own.stream()
        .filter(grade -> room.grades().contains(grade))
        .findFirst()
        .orElse(homeroom.grade());
  }

  private static void teacher(
      Row row, RosterBook book, Homeroom homeroom, Span span, boolean primary, boolean ended) {
    String staff = row.text("userSourcedId");
    if (!book.staff.contains(staff)
        && (book.bulk || book.staffDirectory.find(new StaffId(staff)).isEmpty())) {
      row.error(
          "UNKNOWN_STAFF", "userSourcedId", "この教職員は users.csv と roles.csv にありません。番号を確かめてください。");
    }
    if (row.usable()) {
      Post post =
          new Post(
              HostRole.HOMEROOM_TEACHER,
              Optional.of(homeroom.school()),
              Optional.of(homeroom.id()),
              span.first(),
              Optional.of(span.last()));
      book.posts.takeHomeroom(
          new RosterRow.PostRow(row.text("sourcedId"), new StaffId(staff), post, ended), primary);
    }
  }
}
