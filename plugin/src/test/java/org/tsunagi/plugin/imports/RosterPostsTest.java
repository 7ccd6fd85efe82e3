// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;

class RosterPostsTest {
  private final SmallHost host = new SmallHost(true);

  /** Reads a roster and lists its posts: id, holder, role, days, and whether it is ended. */
  private List<String> posts(RosterFiles files) {
    List<JobFinding> found = host.read("roster", files.zip());
    assertEquals(List.of(), found.stream().filter(JobFinding::refuses).toList());
    return host.rows.stream()
        .filter(RosterRow.PostRow.class::isInstance)
        .map(row -> line((RosterRow.PostRow) row))
        .toList();
  }

  private static String line(RosterRow.PostRow row) {
    Post post = row.post();
    if (row.ended()) {
      return row.id() + " " + row.staff() + " ended " + post.last().orElseThrow();
    }
    String last = post.last().map(LocalDate::toString).orElse("");
    return row.id()
        + " "
        + row.staff()
        + " "
        + post.role().code()
        + " "
        + post.first()
        + ".."
        + last;
  }

  @Test
  void whoHasAHomeroomIsNoTeacherOfTheWholeSchool() {
    assertEquals(
        List.of(
            "e3 t homeroomTeacher 2026-04-01..2027-03-31",
            "r3 t ended 2026-03-31",
            "r4 u teacher 2026-04-01.."),
        posts(new RosterFiles()));
  }

  @Test
  void aTeacherOfTheWholeSchoolLosesThatWithTheFirstDayOfAHomeroom() {
    RosterFiles files =
        new RosterFiles()
            .edit("enrollments.csv", "t,teacher,true,2026-04-01", "t,teacher,true,2026-10-01");
    assertEquals(
        List.of(
            "e3 t homeroomTeacher 2026-10-01..2027-03-31",
            "r3 t teacher 2026-04-01..2026-09-30",
            "r4 u teacher 2026-04-01.."),
        posts(files));
  }

  @Test
  void aHomeroomThatIsOverGivesTheWholeSchoolBack() {
    RosterFiles files =
        new RosterFiles()
            .edit(
                "enrollments.csv",
                "t,teacher,true,2026-04-01,2027-04-01",
                "t,teacher,true,2026-04-01,2026-09-01");
    assertEquals("r3 t teacher 2026-09-01..", posts(files).get(1));
  }

  @Test
  void otherTeachersOfAHomeroomComeAfterThePrimaryOnesAndKeepTheirRole() {
    RosterFiles files =
        new RosterFiles()
            .edit("enrollments.csv", "e3,c1,s1,t,teacher,true", "e3,c1,s1,u,teacher,false")
            .add("enrollments.csv", "e4,c1,s1,t,teacher,true,2026-04-01,2027-04-01")
            .add("users.csv", "v,v.one,五,架空")
            .add("roles.csv", "r5,v,teacher,s1,2026-04-01,")
            .add("enrollments.csv", "e5,c1,s1,v,teacher,true,2026-04-01,2027-04-01");
    assertEquals(
        List.of(
            "e4 t homeroomTeacher 2026-04-01..2027-03-31",
            "e5 v homeroomTeacher 2026-04-01..2027-03-31",
            "e3 u homeroomTeacher 2026-04-01..2027-03-31",
            "r3 t ended 2026-03-31",
            "r4 u teacher 2026-04-01..",
            "r5 v ended 2026-03-31"),
        posts(files));
  }

  @Test
  void aHomeroomAtOneSchoolLeavesTheRoleAtAnother() {
    RosterFiles files = new RosterFiles().edit("roles.csv", "r3,t,teacher,s1", "r3,t,teacher,s2");
    assertEquals("r3 t teacher 2026-04-01..", posts(files).get(1));
  }

  @Test
  void otherPostsStayBesideAHomeroom() {
    RosterFiles files = new RosterFiles().edit("roles.csv", "r3,t,teacher", "r3,t,ext:coordinator");
    assertEquals("r3 t coordinator 2026-04-01..", posts(files).get(1));
  }

  @Test
  void theRoleOfHomeroomTeacherGivesNoPostByItself() {
    RosterFiles files =
        new RosterFiles()
            .edit("roles.csv", "r3,t,teacher", "r3,t,ext:homeroomTeacher")
            .edit("roles.csv", "r4,u,teacher", "r4,u,ext:homeroomTeacher");
    List<JobFinding> found = host.read("roster", files.zip());
    assertEquals(
        List.of("WARNING HOMEROOM_TEACHER_WITHOUT_CLASS roles.csv:5 role"),
        found.stream().map(BrokenRosterTest::place).toList());
    assertEquals(1, host.rows.stream().filter(this::isOpenPost).count());
  }

  private boolean isOpenPost(RosterRow row) {
    return row instanceof RosterRow.PostRow && !row.ended();
  }

  @Test
  void tobedeletedEndsAPostAndKeepsItsDay() {
    RosterFiles files =
        new RosterFiles()
            .put(
                "roles.csv",
                new RosterFiles()
                    .text("roles.csv")
                    .replace("sourcedId,", "sourcedId,status,")
                    .replace("userSourcedId,status,", "userSourcedId,")
                    .replaceAll("(?m)^(r[123]),", "$1,,")
                    .replace(
                        "r4,u,teacher,s1,2026-04-01,",
                        "r4,tobedeleted,u,teacher,s1,2026-04-01,2026-09-01"));
    assertEquals("r4 u ended 2026-08-31", posts(files).get(2));
  }

  private static RosterFiles delta() {
    RosterFiles files = new RosterFiles();
    files.put(
        "manifest.csv",
        files
            .text("manifest.csv")
            .replace("bulk", "absent")
            .replace("file.enrollments,absent", "file.enrollments,delta"));
    for (String name : List.of("academicSessions", "orgs", "classes", "users", "roles")) {
      files.without(name + ".csv");
    }
    return files.put(
        "enrollments.csv",
        "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\ne9,c1,s1,t,teacher,true\n");
  }

  @Test
  void aDeltaThatGivesAHomeroomToATeacherOfTheSchoolWarns() {
    SmallHost school = new SmallHost(false);
    Post wide =
        new Post(
            HostRole.TEACHER,
            Optional.of(new SchoolId("s1")),
            Optional.empty(),
            LocalDate.of(2026, 4, 1),
            Optional.empty());
    StaffId id = new StaffId("t");
    when(school.staff.find(id))
        .thenReturn(Optional.of(new StaffMember(id, "架空　三", "", List.of(wide))));
    assertEquals(
        List.of("WARNING ROLE_WIDER_THAN_CLASS enrollments.csv:0 userSourcedId"),
        school.read("roster", delta().zip()).stream().map(BrokenRosterTest::place).toList());
    assertEquals(1, school.rows.size());
  }

  @Test
  void aRoleInADeltaIsCutByTheHomeroomTheHostKnows() {
    SmallHost school = new SmallHost(false);
    Post room =
        new Post(
            HostRole.HOMEROOM_TEACHER,
            Optional.of(new SchoolId("s1")),
            Optional.of(new HomeroomId("c1")),
            LocalDate.of(2026, 4, 1),
            Optional.of(LocalDate.of(2027, 3, 31)));
    StaffId id = new StaffId("t");
    when(school.staff.find(id))
        .thenReturn(Optional.of(new StaffMember(id, "架空　三", "", List.of(room))));
    RosterFiles files = delta();
    files.edit("manifest.csv", "file.roles,absent", "file.roles,delta");
    files.edit("manifest.csv", "file.enrollments,delta", "file.enrollments,absent");
    files.without("enrollments.csv");
    files.put(
        "roles.csv",
        "sourcedId,userSourcedId,role,orgSourcedId,beginDate\nr3,t,teacher,s1,2026-04-01\n");
    assertEquals(List.of(), school.read("roster", files.zip()));
    assertEquals("r3 t ended 2026-03-31", line((RosterRow.PostRow) school.rows.get(0)));
  }
}
