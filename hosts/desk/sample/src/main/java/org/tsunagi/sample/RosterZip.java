// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipOutputStream;

/**
 * A OneRoster 1.2 zip (bulk, Japan K-12 profile) of one school year.
 *
 * <p>The columns are those of {@link RosterColumns}.
 */
final class RosterZip implements SampleFile.Content {
  private final Town town;
  private final int shift;
  private final String session;

  /**
   * Makes the roster of a year.
   *
   * @param town the town in that year
   * @param shift how many years the year lies before the current one
   */
  RosterZip(Town town, int shift) {
    this.town = town;
    this.shift = shift;
    this.session = "as-" + town.plan().year();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(zip, "manifest.csv", CsvSheet.of("propertyName,value", Manifest::bulk));
    entry(zip, "academicSessions.csv", CsvSheet.of(RosterColumns.SESSIONS, this::sessions));
    entry(zip, "orgs.csv", CsvSheet.of(RosterColumns.ORGS, RosterZip::orgs));
    entry(zip, "courses.csv", CsvSheet.of(RosterColumns.COURSES, this::courses));
    entry(zip, "classes.csv", CsvSheet.of(RosterColumns.CLASSES, this::classes));
    entry(zip, "users.csv", CsvSheet.of(RosterColumns.USERS, this::users));
    entry(zip, "roles.csv", CsvSheet.of(RosterColumns.ROLES, this::roles));
    entry(zip, "enrollments.csv", CsvSheet.of(RosterColumns.ENROLLMENTS, this::enrollments));
    entry(zip, "demographics.csv", CsvSheet.of(RosterColumns.DEMOGRAPHICS, this::demographics));
    zip.finish();
  }

  static void entry(ZipOutputStream zip, String name, CsvSheet sheet) throws IOException {
    CsvSheet.beginEntry(zip, name);
    sheet.writeTo(zip);
    zip.closeEntry();
  }

  private void sessions(CsvSheet.Sink sink) throws IOException {
    int year = town.plan().year();
    sink.row(
        session,
        "",
        "",
        year + "年度",
        "schoolYear",
        town.plan().firstOn(),
        town.plan().lastOn(),
        "",
        year);
  }

  static void orgs(CsvSheet.Sink sink) throws IOException {
    sink.row(Town.DISTRICT, "", "", "みなも市", "district", "", "");
    sink.row(
        Town.PRIMARY,
        "",
        "",
        Town.schoolName(Town.PRIMARY),
        "school",
        "B199910000011",
        Town.DISTRICT);
    sink.row(
        Town.JUNIOR,
        "",
        "",
        Town.schoolName(Town.JUNIOR),
        "school",
        "C199910000020",
        Town.DISTRICT);
  }

  private String course(String school) {
    return "co-" + town.plan().year() + "-" + school;
  }

  private void courses(CsvSheet.Sink sink) throws IOException {
    for (String school : List.of(Town.PRIMARY, Town.JUNIOR)) {
      sink.row(course(school), "", "", session, "ホームルーム", "", "", school, "", "");
    }
  }

  private void classes(CsvSheet.Sink sink) throws IOException {
    for (Room room : town.rooms()) {
      sink.row(
          room.id(),
          "",
          "",
          room.title(),
          String.join(",", room.grades()),
          course(room.school()),
          "",
          "homeroom",
          "",
          room.school(),
          session,
          "",
          "",
          "",
          room.specialNeeds());
    }
  }

  private static String uuid(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void users(CsvSheet.Sink sink) throws IOException {
    for (Staff staff : Staff.all()) {
      user(
          sink,
          staff.id(),
          staff.username(),
          staff.name(),
          "",
          "",
          "",
          staff.org(),
          "",
          staff.username() + "@example.jp");
    }
    for (Stay stay : town.stays()) {
      Pupil pupil = stay.pupil();
      user(
          sink,
          pupil.id(),
          pupil.id(),
          pupil.name(),
          "",
          pupil.guardianId(),
          stay.grade(),
          stay.room().school(),
          stay.room().id(),
          "");
    }
    for (Stay stay : town.stays()) {
      Pupil pupil = stay.pupil();
      user(
          sink,
          pupil.guardianId(),
          pupil.guardianId(),
          pupil.guardian(),
          "090-0000-0000",
          "",
          "",
          stay.room().school(),
          "",
          "");
    }
  }

  static void user(
      CsvSheet.Sink sink,
      String id,
      String username,
      PersonName name,
      String phone,
      String agents,
      String grade,
      String org,
      String homeClass,
      String email)
      throws IOException {
    sink.row(
        id,
        "",
        "",
        true,
        username,
        "",
        name.given(),
        name.family(),
        "",
        id,
        email,
        "",
        phone,
        agents,
        grade,
        "",
        uuid(id),
        "",
        "",
        "",
        "",
        org,
        "",
        name.givenKana(),
        name.familyKana(),
        "",
        homeClass);
  }

  private void roles(CsvSheet.Sink sink) throws IOException {
    for (Staff staff : Staff.all()) {
      role(sink, staff.id(), staff.rosterRole(), staff.org());
    }
    for (Stay stay : town.stays()) {
      role(sink, stay.pupil().id(), "student", stay.room().school());
      role(sink, stay.pupil().guardianId(), "guardian", stay.room().school());
    }
  }

  private void role(CsvSheet.Sink sink, String user, String role, String org) throws IOException {
    var id = "ro-" + town.plan().year() + "-" + user;
    sink.row(
        id,
        "",
        "",
        user,
        "primary",
        role,
        town.plan().firstOn(),
        shift == 0 ? "" : town.plan().lastOn().plusDays(1),
        org,
        "");
  }

  private void enrollments(CsvSheet.Sink sink) throws IOException {
    int year = town.plan().year();
    for (Stay stay : town.stays()) {
      sink.row(
          stay.id(),
          "",
          "",
          stay.room().id(),
          stay.room().school(),
          stay.pupil().id(),
          "student",
          false,
          stay.firstOn(),
          stay.lastOn().plusDays(1),
          stay.number(),
          "");
    }
    for (Room room : town.rooms()) {
      Staff teacher = teacherOf(room);
      sink.row(
          "en-" + year + "-" + room.id(),
          "",
          "",
          room.id(),
          room.school(),
          teacher.id(),
          "teacher",
          true,
          town.plan().firstOn(),
          town.plan().lastOn().plusDays(1),
          "",
          "");
    }
  }

  private Staff teacherOf(Room room) {
    var own = new ArrayList<>(town.rooms());
    own.removeIf(other -> !other.school().equals(room.school()));
    int perGrade = room.school().equals(Town.PRIMARY) ? 2 : 3;
    return Staff.homeroomTeacher(room, own.indexOf(room), perGrade, shift);
  }

  private void demographics(CsvSheet.Sink sink) throws IOException {
    for (Stay stay : town.stays()) {
      Pupil pupil = stay.pupil();
      sink.row(
          pupil.id(),
          "",
          "",
          pupil.birthOn(),
          pupil.sex(),
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "");
    }
  }
}
