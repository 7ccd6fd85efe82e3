// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.domain.GateRule;
import org.tsunagi.plugin.access.domain.GateRule.Verdict;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.access.domain.RightsTable;

class RightsTest {
  private static final LocalDate TODAY = Ground.TODAY;
  private static final RightsTable TABLE = RightsFile.read();
  private static final GateRule RULE = new GateRule(TABLE);
  private static final SchoolId OWN = new SchoolId("own");
  private static final SchoolId OTHER = new SchoolId("other");

  /** Where the things stand to a post at the school "own" with the homeroom "own-1". */
  private enum Place {
    OWN_CLASS,
    SAME_SCHOOL,
    OTHER_SCHOOL,
    INSTALLATION
  }

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (HostRole role : HostRole.values()) {
      for (Privilege privilege : Privilege.values()) {
        for (boolean board : new boolean[] {false, true}) {
          for (Place place : Place.values()) {
            targets(place)
                .forEach(target -> cells.add(Arguments.of(role, privilege, board, place, target)));
          }
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} {1} board={2} {3} {4}")
  @MethodSource("cells")
  void everyCellIsAnsweredAsTheTableSays(
      HostRole role, Privilege privilege, boolean board, Place place, Target target) {
    Actor actor = actor(post(role, board, TODAY.minusDays(1), Optional.empty()));
    Verdict expected = expected(role, privilege, board, place, target);
    assertEquals(expected, RULE.judge(actor, privilege, target, TODAY));
  }

  /** The table read a second time, as plainly as its document says it. */
  private static Verdict expected(
      HostRole role, Privilege privilege, boolean board, Place place, Target target) {
    if (reaches(role, privilege, board, place, target)) {
      return Verdict.PERMITTED;
    }
    boolean secret = target instanceof Target.OfStudent || target instanceof Target.OfHomeroom;
    return secret && !reaches(role, Privilege.STUDENT_READ, board, place, target)
        ? Verdict.MISSING
        : Verdict.NOT_PERMITTED;
  }

  private static boolean reaches(
      HostRole role, Privilege privilege, boolean board, Place place, Target target) {
    Set<Relation> relations = TABLE.allowed().get(role).getOrDefault(privilege, Set.of());
    if (board) {
      return relations.contains(Relation.BOARD)
          || (place == Place.INSTALLATION && relations.contains(Relation.COMMON));
    }
    boolean wholeSchool = target instanceof Target.OfSchool;
    return switch (place) {
      case OWN_CLASS ->
          relations.contains(Relation.SCHOOL)
              || (!wholeSchool && relations.contains(Relation.OWN_HOMEROOM));
      case SAME_SCHOOL -> relations.contains(Relation.SCHOOL);
      case OTHER_SCHOOL -> false;
      case INSTALLATION -> relations.contains(Relation.COMMON);
    };
  }

  @Test
  void aSchoolsRolesNeverReachAnotherSchoolWhateverTheyMayDo() {
    for (HostRole role : HostRole.values()) {
      Actor actor = actor(post(role, false, TODAY, Optional.empty()));
      for (Privilege privilege : Privilege.values()) {
        for (Target target : targets(Place.OTHER_SCHOOL).toList()) {
          assertEquals(
              false, RULE.judge(actor, privilege, target, TODAY) == Verdict.PERMITTED, role::code);
        }
      }
    }
  }

  @Test
  void sheetsStayWithTheOnesWhoSupportTheChild() {
    Target student = student("own", "own-1");
    Set<HostRole> readers =
        Set.of(
            HostRole.PRINCIPAL,
            HostRole.VICE_PRINCIPAL,
            HostRole.HOMEROOM_TEACHER,
            HostRole.YOGO_TEACHER,
            HostRole.COUNSELOR,
            HostRole.SOCIAL_WORKER,
            HostRole.COORDINATOR);
    for (HostRole role : HostRole.values()) {
      for (boolean board : new boolean[] {false, true}) {
        Actor actor = actor(post(role, board, TODAY, Optional.empty()));
        assertEquals(
            !board && readers.contains(role),
            RULE.judge(actor, Privilege.SHEET_READ, student, TODAY) == Verdict.PERMITTED,
            role::code);
      }
    }
  }

  @Test
  void aPostThatIsOverOrNotYetBegunGivesNothing() {
    Target student = student("own", "own-1");
    Actor past =
        actor(
            post(HostRole.PRINCIPAL, false, TODAY.minusYears(1), Optional.of(TODAY.minusDays(1))));
    Actor future = actor(post(HostRole.PRINCIPAL, false, TODAY.plusDays(1), Optional.empty()));
    assertEquals(Verdict.MISSING, RULE.judge(past, Privilege.STUDENT_READ, student, TODAY));
    assertEquals(Verdict.MISSING, RULE.judge(future, Privilege.STUDENT_READ, student, TODAY));
  }

  @Test
  void whatTheTableDoesNotNameIsDenied() {
    GateRule empty = new GateRule(new RightsTable(Map.of()));
    for (HostRole role : HostRole.values()) {
      for (boolean board : new boolean[] {false, true}) {
        Actor actor = actor(post(role, board, TODAY, Optional.empty()));
        for (Privilege privilege : Privilege.values()) {
          for (Place place : Place.values()) {
            targets(place)
                .forEach(
                    target ->
                        assertEquals(
                            false,
                            empty.judge(actor, privilege, target, TODAY) == Verdict.PERMITTED));
          }
        }
      }
    }
  }

  @Test
  void aServiceAccountMayDoWhatItNamesAndNothingElse() {
    Actor account = new Actor("service:x", "x", List.of(), Set.of("tally.read"), false);
    Target student = student("other", "other-1");
    assertEquals(Verdict.PERMITTED, RULE.judge(account, Privilege.TALLY_READ, student, TODAY));
    for (Privilege privilege : Privilege.values()) {
      if (privilege != Privilege.TALLY_READ) {
        assertEquals(Verdict.MISSING, RULE.judge(account, privilege, student, TODAY));
      }
    }
  }

  @Test
  void aStudentWhoDoesNotExistIsMissingForEveryone() {
    Target nobody = new Target.OfStudent(new StudentId("nobody"), List.of());
    Set<String> all =
        Stream.of(Privilege.values())
            .map(Privilege::code)
            .collect(java.util.stream.Collectors.toSet());
    Actor account = new Actor("service:x", "x", List.of(), all, false);
    assertEquals(Verdict.MISSING, RULE.judge(account, Privilege.STUDENT_READ, nobody, TODAY));
  }

  @Test
  void theNextSchoolSeesAStudentFromTheFirstDayAndTheLastOneNoLonger() {
    Enrolment before = stay("own", "own-1", TODAY.minusDays(200), Optional.of(TODAY));
    Enrolment after = stay("other", "other-1", TODAY.plusDays(1), Optional.empty());
    Target moving = new Target.OfStudent(new StudentId("s"), List.of(before, after));
    Actor own = actor(post(HostRole.PRINCIPAL, false, TODAY, Optional.empty()));
    Post there =
        new Post(HostRole.PRINCIPAL, Optional.of(OTHER), Optional.empty(), TODAY, Optional.empty());
    Actor other = actor(there);
    LocalDate tomorrow = TODAY.plusDays(1);
    assertEquals(Verdict.PERMITTED, RULE.judge(own, Privilege.SHEET_READ, moving, TODAY));
    assertEquals(Verdict.MISSING, RULE.judge(other, Privilege.SHEET_READ, moving, TODAY));
    assertEquals(Verdict.MISSING, RULE.judge(own, Privilege.SHEET_READ, moving, tomorrow));
    assertEquals(Verdict.PERMITTED, RULE.judge(other, Privilege.SHEET_READ, moving, tomorrow));
  }

  @Test
  void aGraduateStaysWithTheLastClassUntilAnotherStayBegins() {
    Enrolment ended = stay("own", "own-1", TODAY.minusDays(200), Optional.of(TODAY.minusDays(5)));
    Target graduate = new Target.OfStudent(new StudentId("s"), List.of(ended));
    Actor teacher = actor(post(HostRole.HOMEROOM_TEACHER, false, TODAY, Optional.empty()));
    assertEquals(Verdict.PERMITTED, RULE.judge(teacher, Privilege.SHEET_WRITE, graduate, TODAY));
  }

  @Test
  void aTableWithAnUnknownWordIsAnErrorAndNotASilentDenial() {
    for (String json :
        List.of(
            "{\"roles\":{\"janitor\":{}}}",
            "{\"roles\":{\"teacher\":{\"sheet.raed\":[\"SCHOOL\"]}}}",
            "{\"roles\":{\"teacher\":{\"sheet.read\":[\"EVERYWHERE\"]}}}")) {
      ByteArrayInputStream file = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
      assertThrows(RuntimeException.class, () -> RightsFile.read(file));
    }
  }

  @Test
  void theDocumentShowsTheTableThatIsShipped() throws Exception {
    String document = Files.readString(Path.of("..", "docs", "rights.md"));
    String table = RightsDocument.render(TABLE);
    assertEquals(
        true, document.contains(table), () -> "docs/rights.md must contain this table:\n" + table);
  }

  private static Stream<Target> targets(Place place) {
    return switch (place) {
      case OWN_CLASS -> Stream.of(student("own", "own-1"), homeroom("own", "own-1"));
      case SAME_SCHOOL ->
          Stream.of(student("own", "own-2"), homeroom("own", "own-2"), new Target.OfSchool(OWN));
      case OTHER_SCHOOL ->
          Stream.of(
              student("other", "other-1"),
              homeroom("other", "other-1"),
              new Target.OfSchool(OTHER));
      case INSTALLATION -> Stream.of(new Target.Installation());
    };
  }

  private static Target student(String school, String homeroom) {
    Enrolment stay = stay(school, homeroom, TODAY.minusDays(100), Optional.empty());
    return new Target.OfStudent(new StudentId("s"), List.of(stay));
  }

  private static Target homeroom(String school, String homeroom) {
    return new Target.OfHomeroom(
        new Homeroom(
            new HomeroomId(homeroom), new SchoolId(school), 2026, Grade.J2, "2年1組", false));
  }

  private static Enrolment stay(
      String school, String homeroom, LocalDate first, Optional<LocalDate> last) {
    return new Enrolment(
        school + first,
        new StudentId("s"),
        new SchoolId(school),
        2026,
        Grade.J2,
        Optional.of(new HomeroomId(homeroom)),
        1,
        first,
        last);
  }

  private static Post post(
      HostRole role, boolean board, LocalDate first, Optional<LocalDate> last) {
    Optional<HomeroomId> homeroom =
        role == HostRole.HOMEROOM_TEACHER && !board
            ? Optional.of(new HomeroomId("own-1"))
            : Optional.empty();
    return new Post(role, board ? Optional.empty() : Optional.of(OWN), homeroom, first, last);
  }

  private static Actor actor(Post post) {
    return new Actor("t01", "試験　花子", List.of(post), Set.of(), true);
  }
}
