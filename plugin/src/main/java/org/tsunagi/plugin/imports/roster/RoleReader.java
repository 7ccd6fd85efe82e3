// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads {@code roles.csv}: who is a student, a guardian or a member of the staff, and where. */
final class RoleReader implements RosterReader {
  /** The roles of guardians. */
  static final Set<String> GUARDIANS = Set.of("guardian", "parent", "relative");

  private static final Set<String> WITHOUT_POST =
      Set.of(
          "aide", "proctor", "siteAdministrator", "systemAdministrator", "districtAdministrator");

  /** The role that says: only the homerooms named in {@code enrollments.csv}. */
  static final String HOMEROOM_TEACHER = "ext:homeroomTeacher";

  private static final Map<String, HostRole> POSTS =
      Map.of(
          "teacher",
          HostRole.TEACHER,
          "principal",
          HostRole.PRINCIPAL,
          "counselor",
          HostRole.COUNSELOR,
          HOMEROOM_TEACHER,
          HostRole.HOMEROOM_TEACHER);

  private static final Set<HostRole> AT_SCHOOLS_ONLY =
      Set.of(
          HostRole.PRINCIPAL,
          HostRole.VICE_PRINCIPAL,
          HostRole.HOMEROOM_TEACHER,
          HostRole.TEACHER,
          HostRole.YOGO_TEACHER);

  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.key("userSourcedId", 255),
              Column.key("role", 64),
              Column.optional("beginDate", 40),
              Column.optional("endDate", 40),
              Column.key("orgSourcedId", 255))
          .ignoring("dateLastModified", "roleType", "userProfileSourcedId");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    Optional<LocalDate> first = row.date("beginDate");
    Optional<LocalDate> last = RosterBook.lastDay(row);
    String role = row.text("role");
    Optional<HostRole> post = post(role);
    boolean known =
        role.equals("student") || GUARDIANS.contains(role) || WITHOUT_POST.contains(role);
    if (post.isEmpty() && !known && row.usable()) {
      row.error(
          "UNKNOWN_ROLE",
          "role",
          "この役割はありません。student、guardian、teacher、principal、ext:yogoTeacher などから選んでください。");
    }
    if (WITHOUT_POST.contains(role)) {
      row.tell(
          "ROLE_WITHOUT_POST",
          "role",
          "この役割には権限を付けません。必要なら ext:office や ext:boardOfficer などを書いてください。");
    }
    checkOrg(row, post, book);
    checkOthers(row, role, post, ended, book);
    if (!row.usable()) {
      book.refuse(RosterFile.ROLES, row.text("userSourcedId"));
    } else {
      book.roles
          .computeIfAbsent(row.text("userSourcedId"), user -> new ArrayList<>(1))
          .add(
              new RosterBook.Role(
                  row.text("sourcedId"),
                  row.text("userSourcedId"),
                  row.text("orgSourcedId"),
                  role,
                  post,
                  first,
                  last,
                  ended,
                  row.line()));
    }
  }

  /** Refuses somebody who would be a student and a member of the staff at once. */
  private static void checkOthers(
      Row row, String role, Optional<HostRole> post, boolean ended, RosterBook book) {
    boolean student = role.equals("student");
    boolean conflict =
        (student || post.isPresent())
            && !ended
            && book.roles.getOrDefault(row.text("userSourcedId"), List.of()).stream()
                .filter(other -> !other.ended())
                .anyMatch(o -> student ? o.post().isPresent() : o.role().equals("student"));
    if (conflict) {
      row.error(
          "ROLES_CONFLICT",
          "role",
          "同じ人に、児童生徒と教職員の両方の役割があります。どちらかの行を消すか、別の人なら sourcedId を分けてください。");
    }
  }

  private static void checkOrg(Row row, Optional<HostRole> post, RosterBook book) {
    String org = row.text("orgSourcedId");
    Optional<SchoolId> school = book.school(org);
    if (org.isEmpty() || school.isPresent() || book.refused(RosterFile.ORGS, org)) {
      return;
    }
    if (!book.isAboveSchools(org)) {
      row.error("UNKNOWN_SCHOOL", "orgSourcedId", "この学校（組織）は orgs.csv にありません。番号を確かめてください。");
    } else if (post.filter(AT_SCHOOLS_ONLY::contains).isPresent()) {
      row.error("ROLE_NEEDS_SCHOOL", "orgSourcedId", "この役割は学校のものです。教育委員会ではなく学校の番号を書いてください。");
    }
  }

  private static Optional<HostRole> post(String role) {
    if (POSTS.containsKey(role)) {
      return Optional.ofNullable(POSTS.get(role));
    }
    return role.startsWith("ext:") ? HostRole.find(role.substring(4)) : Optional.empty();
  }
}
