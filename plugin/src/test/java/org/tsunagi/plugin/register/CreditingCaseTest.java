// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.PreviewView;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.testing.TestDatabases;

/**
 * G-002-18: what 別記1 and 別記2 ask for, case by case through the services. In each case everybody has
 * looked at every condition, and those that are named were found not to be so.
 */
class CreditingCaseTest {
  /**
   * Tries one case.
   *
   * @return the codes that hinder, with W: before those that only warn
   */
  private static Set<String> attempt(CreditingSchool school, String id, Set<String> notSo) {
    for (ApplicationView.ConditionState one : school.view(id).conditions()) {
      school.desk.conditions.confirm(
          school.fixture.actor,
          id,
          one.id(),
          new CreditingCommand.Confirmation(
              one.entry(), !notSo.contains(one.id()), "確かめた", List.of(), null));
    }
    CreditingCommand.Decision granted = school.decision(id, "granted", "2026-06-01", "2026-06-30");
    PreviewView preview = school.desk.decisions.preview(school.fixture.actor, id, granted);
    Set<String> codes = new TreeSet<>();
    for (Finding one : preview.findings()) {
      switch (one.severity()) {
        case ERROR -> codes.add(one.code());
        case WARNING -> codes.add("W:" + one.code());
        default -> {}
      }
    }
    boolean hindered = codes.stream().anyMatch(code -> !code.startsWith("W:"));
    if (hindered) {
      assertThrows(
          RefusedException.class,
          () -> school.desk.decisions.decide(school.principal, id, granted));
      assertEquals(List.of(), school.view(id).decisions());
    } else {
      assertEquals(1, school.desk.decisions.decide(school.principal, id, granted));
    }
    return codes;
  }

  private static String facility(CreditingSchool school, String kind, boolean publicBody) {
    String id = "F" + kind;
    school.facility(id, kind, publicBody);
    return school.apply(kind, id);
  }

  private static void talk(CreditingSchool school, String id) {
    school.desk.conditions.consult(
        school.fixture.actor,
        id,
        new CreditingCommand.Talk(LocalDate.of(2026, 6, 1), "学校教育課", "電話", "適切と考える"));
  }

  private static @Nullable String hint(CreditingSchool school, String id, String condition) {
    return school.view(id).conditions().stream()
        .filter(one -> one.id().equals(condition))
        .map(ApplicationView.ConditionState::hint)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void placesOutsideTheSchool(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    String first = facility(school, "1", true);
    assertTrue(String.valueOf(hint(school, first, "B1-G2")).contains("要件ではありません"));
    assertEquals(Set.of(), attempt(school, first, Set.of("B1-4")));
    String second = facility(school, "6", false);
    talk(school, second);
    assertEquals(Set.of("CONDITION_OPEN"), attempt(school, second, Set.of("B1-2b")));
    assertEquals(Set.of(), attempt(school, second, Set.of("B1-4")));
    CreditingSchool untold = new CreditingSchool(database(database));
    assertEquals(
        Set.of("BOARD_CONSULTATION_NEEDED"),
        attempt(untold, facility(untold, "6", false), Set.of()));
    Map<String, String> needed =
        Map.of("B1-1", "家庭との連携", "B1-3", "通所", "B1-G1", "社会的自立", "B1-G2", "円滑な復帰の支援");
    needed.forEach(
        (condition, what) -> {
          CreditingSchool one = new CreditingSchool(database(database));
          String id = facility(one, "1", true);
          assertEquals(Set.of("CONDITION_OPEN"), attempt(one, id, Set.of(condition)), what);
        });
  }

  /** A second school of a test needs a database of its own. */
  private static TestDatabases.Named database(TestDatabases.Named like) {
    return TestDatabases.both()
        .filter(one -> one.dialect().equals(like.dialect()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void learningAtHome(TestDatabases.Named database) {
    Map<Set<String>, Set<String>> cases =
        Map.of(
            Set.of("B2-7"), Set.of(),
            Set.of("B2-1", "B2-3"), Set.of("CONDITION_OPEN"),
            Set.of("B2-4"), Set.of("CONDITION_OPEN"),
            Set.of("B2-6"), Set.of("W:IN_PRINCIPLE"));
    cases.forEach(
        (notSo, wanted) -> {
          CreditingSchool school = new CreditingSchool(database(database));
          String id = school.apply("8", null);
          if (!notSo.contains("B2-3")) {
            for (int day : List.of(4, 11, 18, 25)) {
              school.desk.evidence.add(
                  school.fixture.actor,
                  CreditingSchool.CHILD,
                  new CreditingCommand.Evidence(
                      LocalDate.of(2026, 6, day), "visit", null, "様子", "辻", "teacher", null));
            }
          }
          assertEquals(wanted, attempt(school, id, notSo), notSo.toString());
        });
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theListNeverDecides(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    String id = facility(school, "1", true);
    school.confirmAll(id, Set.of());
    assertEquals("applied", school.view(id).row().state());
    assertEquals(List.of(), school.view(id).decisions());
    school.desk.decisions.decide(school.principal, id, school.decision(id, "refused"));
    ApplicationView.Decided stored = school.view(id).decisions().get(0);
    assertEquals("refused", stored.outcome());
    assertEquals("自立を助けると判断します。", stored.reason());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aHighSchoolHasAnotherNotice(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    school.fixture.stay(
        "H", school.fixture.room("高1", Grade.H1), LocalDate.of(2026, 4, 1), Optional.empty());
    String id = school.apply(new StudentId("H"), "1", "F1");
    assertEquals(List.of(), school.view(id).conditions());
    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () ->
                school.desk.decisions.decide(
                    school.principal,
                    id,
                    school.decision(id, "granted", "2026-06-01", "2026-06-30")));
    Finding finding = refused.refusal().findings().get(0);
    assertEquals("NO_RULE_SET", finding.code());
    assertTrue(finding.message().contains("平成21年3月12日"), finding.message());
  }
}
