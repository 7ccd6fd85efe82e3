// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.GateRule;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.access.domain.SectionClass;
import org.tsunagi.plugin.access.domain.SheetAccessRule;
import org.tsunagi.plugin.access.domain.SheetAccessRule.Verdict;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.access.domain.SheetStage;

/** The rule is compared with the tables of docs/rights.md, read here a second time as words. */
class SheetAccessTest {
  private static final StudentId CHILD = new StudentId("s");
  private static final SchoolId OWN = new SchoolId("own");
  private static final SchoolId OTHER = new SchoolId("other");

  /** How the person stands to the child; each names the signs of the document that then count. */
  private enum Standing {
    HOMEROOM(Set.of("C", "S")),
    SAME_SCHOOL(Set.of("S")),
    TEAM(Set.of("S", "T")),
    EMERGENCY(Set.of("S", "E")),
    TEAM_AND_HOMEROOM(Set.of("C", "S", "T")),
    TEAM_OF_THE_SCHOOL_BEFORE(Set.of()),
    OTHER_SCHOOL(Set.of()),
    BOARD(Set.of("B")),
    BOARD_IN_TEAM(Set.of("B", "T"));

    private final Set<String> signs;

    Standing(Set<String> signs) {
      this.signs = signs;
    }
  }

  @Test
  void everyCellOfRoleStandingActionClassAndStageIsAnsweredAsTheDocumentSays() throws Exception {
    Map<String, Map<String, Set<String>>> roles = RightsWords.roles();
    Map<String, Set<String>> sections = RightsWords.sections();
    GateRule gate = new GateRule(RightsFile.read());
    SheetAccessRule rule = new SheetAccessRule(SheetRightsFile.read());
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    int permitted = 0;
    for (HostRole role : HostRole.values()) {
      for (Standing standing : Standing.values()) {
        for (SheetAction action : SheetAction.values()) {
          for (SectionClass section : SectionClass.values()) {
            for (SheetStage stage : SheetStage.values()) {
              for (boolean strong : new boolean[] {false, true}) {
                Set<String> asked =
                    sections.get(action.code() + " " + section.code() + " " + stage.code());
                boolean all =
                    !asked.isEmpty()
                        && asked.stream()
                            .allMatch(
                                privilege ->
                                    roles.get(role.code()).get(privilege).stream()
                                        .anyMatch(standing.signs::contains));
                boolean short1 = section.code().equals("sensitive") && !strong;
                Verdict expected =
                    !all ? Verdict.DENIED : short1 ? Verdict.SECOND_FACTOR : Verdict.PERMITTED;
                Verdict found =
                    rule.judge(
                        action,
                        section,
                        stage,
                        privilege ->
                            gate.judge(
                                    actor(role, standing),
                                    privilege,
                                    target(),
                                    Ground.TODAY,
                                    () -> grants(standing))
                                == GateRule.Verdict.PERMITTED,
                        strong);
                cells++;
                permitted += expected == Verdict.PERMITTED ? 1 : 0;
                if (expected != found) {
                  wrong.add(role + " " + standing + " " + action + section + stage + found);
                }
              }
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(12 * 9 * 8 * 3 * 5 * 2, cells);
    assertTrue(permitted > 1000, "the oracle permits " + permitted);
  }

  @Test
  void aTeacherReadsTheSheetOfTheChildWhoseTeamNamesThemAndNotItsClassOne() {
    Actor teacher = actor(HostRole.TEACHER, Standing.TEAM);
    SheetAccess access = access(Standing.TEAM);
    assertTrue(
        access.permits(
            teacher, target(), SectionClass.GENERAL, SheetStage.DRAFT, SheetAction.WRITE));
    for (SheetAction action : SheetAction.values()) {
      assertEquals(
          Verdict.DENIED,
          access.judge(teacher, target(), SectionClass.SENSITIVE, SheetStage.DRAFT, action));
    }
    assertEquals(
        Verdict.DENIED,
        access(Standing.SAME_SCHOOL)
            .judge(teacher, target(), SectionClass.GENERAL, SheetStage.DRAFT, SheetAction.READ));
  }

  @Test
  void anEmergencyReadsAndNeverWritesPrintsOutOrUnlocks() {
    Actor teacher = actor(HostRole.TEACHER, Standing.EMERGENCY);
    SheetAccess access = access(Standing.EMERGENCY);
    for (SheetStage stage : SheetStage.values()) {
      for (SheetAction action : SheetAction.values()) {
        boolean reading =
            stage != SheetStage.VOID && (action == SheetAction.READ || action == SheetAction.PRINT);
        assertEquals(
            reading,
            access.permits(teacher, target(), SectionClass.SENSITIVE, stage, action),
            action + " " + stage);
      }
    }
  }

  @Test
  void aTableWithAnUnknownWordIsAnErrorAndNotASilentDenial() {
    for (String cell :
        List.of(
            "{\"raed\":{\"general\":{\"draft\":[\"sheet.read\"]}}}",
            "{\"read\":{\"secret\":{\"draft\":[\"sheet.read\"]}}}",
            "{\"read\":{\"general\":{\"darft\":[\"sheet.read\"]}}}",
            "{\"read\":{\"general\":{\"draft\":[\"sheet.raed\"]}}}",
            "{\"read\":{\"general\":{\"draft\":[]}}}")) {
      byte[] json = ("{\"actions\":" + cell + "}").getBytes(StandardCharsets.UTF_8);
      assertThrows(
          IllegalStateException.class, () -> SheetRightsFile.read(new ByteArrayInputStream(json)));
    }
  }

  private static SheetAccess access(Standing standing) {
    Ground.Day today = new Ground.Day(Ground.TODAY);
    return new SheetAccess(new TableGate(today, actor -> grants(standing)));
  }

  private static ChildGrants grants(Standing standing) {
    return switch (standing) {
      case TEAM, TEAM_AND_HOMEROOM, BOARD_IN_TEAM ->
          new ChildGrants(Set.of(new Grant(Relation.TEAM, CHILD, OWN)));
      case EMERGENCY -> new ChildGrants(Set.of(new Grant(Relation.EMERGENCY, CHILD, OWN)));
      case TEAM_OF_THE_SCHOOL_BEFORE ->
          new ChildGrants(Set.of(new Grant(Relation.TEAM, CHILD, OTHER)));
      default -> new ChildGrants(Set.of(new Grant(Relation.TEAM, new StudentId("else"), OWN)));
    };
  }

  private static Target.OfStudent target() {
    return new Target.OfStudent(
        CHILD,
        List.of(
            new Enrolment(
                "e",
                CHILD,
                OWN,
                2026,
                Grade.J2,
                Optional.of(new HomeroomId("own-1")),
                1,
                Ground.TODAY.minusDays(90),
                Optional.empty())));
  }

  private static Actor actor(HostRole role, Standing standing) {
    boolean homeroom = standing == Standing.HOMEROOM || standing == Standing.TEAM_AND_HOMEROOM;
    Optional<SchoolId> school =
        switch (standing) {
          case BOARD, BOARD_IN_TEAM -> Optional.empty();
          case OTHER_SCHOOL, TEAM_OF_THE_SCHOOL_BEFORE -> Optional.of(OTHER);
          default -> Optional.of(OWN);
        };
    Post post =
        new Post(
            role,
            school,
            Optional.of(new HomeroomId(homeroom ? "own-1" : "own-2")),
            Ground.TODAY.minusDays(9),
            Optional.empty());
    return new Actor("t1", "試験　花子", List.of(post), Set.of(), false);
  }
}
