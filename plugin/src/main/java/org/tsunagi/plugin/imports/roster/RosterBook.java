// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.platform.jobs.JobRun;

/** What the readers of one zip have learnt so far, and what the host knows beside it. */
final class RosterBook {
  final JobRun run;
  final RosterIntake.Session intake;
  final StudentDirectory directory;
  final StaffDirectory staffDirectory;
  final LocalDate today;
  final boolean bulk;
  final Map<String, Session> sessions = new LinkedHashMap<>();
  final Map<String, Org> orgs = new LinkedHashMap<>();
  final Map<String, ClassRoom> classes = new HashMap<>();
  final Map<String, List<Role>> roles = new LinkedHashMap<>();
  final Map<String, Person> demographics = new HashMap<>();
  final Map<String, Guardian> guardians = new HashMap<>();
  final Map<String, List<Grade>> students = new HashMap<>();
  final Map<String, String> homeClasses = new HashMap<>();
  final Set<String> users = new HashSet<>();
  final Set<String> staff = new HashSet<>();
  final Set<String> usernames = new HashSet<>();
  final RosterPosts posts = new RosterPosts(this);
  private final Set<String> broken = new HashSet<>();
  private final Map<String, School> hostSchools = new HashMap<>();

  RosterBook(
      JobRun run,
      RosterIntake.Session intake,
      StudentDirectory directory,
      StaffDirectory staffDirectory,
      LocalDate today,
      boolean bulk) {
    this.run = run;
    this.intake = intake;
    this.directory = directory;
    this.staffDirectory = staffDirectory;
    this.today = today;
    this.bulk = bulk;
    directory.listSchools().forEach(school -> hostSchools.put(school.id().value(), school));
  }

  /** An academic session; {@code last} is inclusive. */
  record Session(
      String id, String title, String type, LocalDate first, LocalDate last, boolean ended) {
    int schoolYear() {
      return SchoolYear.of(first).year();
    }
  }

  /** An organisation. */
  record Org(String id, String name, String type, String parent, boolean ended) {}

  /** A class; only homerooms carry a homeroom. */
  record ClassRoom(Optional<Homeroom> homeroom, Set<Grade> grades) {}

  /** A role of a user. */
  record Role(
      String id,
      String user,
      String org,
      String role,
      Optional<HostRole> post,
      Optional<LocalDate> first,
      Optional<LocalDate> last,
      boolean ended,
      long line) {}

  /** What demographics say of a user. */
  record Person(String sex, Optional<LocalDate> birthDate) {}

  /** Notes that a row was refused, so that rows that name it are not complained of as well. */
  void refuse(RosterFile file, String id) {
    broken.add(file + " " + id);
  }

  /** Tells whether the row of an id was refused. */
  boolean refused(RosterFile file, String id) {
    return broken.contains(file + " " + id);
  }

  /** Tells whether rows may be handed to the host: as long as nothing refuses the zip. */
  boolean writes() {
    return !run.findings().refuse();
  }

  /** Finds a school of the zip or of the host; a district is none. */
  Optional<SchoolId> school(String id) {
    Org org = orgs.get(id);
    if (org != null) {
      return org.type().equals("school") ? Optional.of(new SchoolId(id)) : Optional.empty();
    }
    return Optional.ofNullable(hostSchools.get(id)).map(School::id);
  }

  /** Tells whether an organisation is above schools. */
  boolean isAboveSchools(String id) {
    Org org = orgs.get(id);
    return org != null && !org.type().equals("school");
  }

  /** Lists the schools the zip speaks of; those of the host when it has no orgs. */
  List<SchoolId> schools() {
    List<SchoolId> found = new ArrayList<>();
    orgs.values().stream()
        .filter(org -> org.type().equals("school") && !org.ended())
        .forEach(org -> found.add(new SchoolId(org.id())));
    if (orgs.isEmpty()) {
      hostSchools.values().forEach(school -> found.add(school.id()));
    }
    return found;
  }

  /** Returns the homerooms the zip speaks of. */
  Stream<Homeroom> homerooms() {
    return classes.values().stream().flatMap(room -> room.homeroom().stream());
  }

  /** Finds a class of the zip, or a homeroom of the host. */
  Optional<ClassRoom> classRoom(String id) {
    ClassRoom found = classes.get(id);
    if (found == null && !id.isEmpty()) {
      directory
          .findHomeroom(new HomeroomId(id))
          .ifPresent(
              room -> classes.put(id, new ClassRoom(Optional.of(room), Set.of(room.grade()))));
      found = classes.get(id);
    }
    return Optional.ofNullable(found);
  }

  /** Returns where posts begin that name no day: with the earliest school year of the zip. */
  LocalDate defaultFirst() {
    return sessions.values().stream()
        .map(session -> new SchoolYear(session.schoolYear()).first())
        .min(LocalDate::compareTo)
        .orElse(SchoolYear.of(today).first());
  }

  /** Reads the status of a row: true where it is ended. */
  static boolean ended(Row row) {
    String status = row.text("status").toLowerCase(java.util.Locale.ROOT);
    if (!Set.of("", "active", "tobedeleted").contains(status)) {
      row.error("BAD_VALUE", "status", "空、active、tobedeleted のどれかを書いてください。");
    }
    return status.equals("tobedeleted");
  }

  /** Reads an exclusive end as the last day that belongs. */
  static Optional<LocalDate> lastDay(Row row) {
    return row.date("endDate").map(end -> end.minusDays(1));
  }
}
