// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.StudentCreditings;
import org.tsunagi.testing.TestDatabases;

/** What pages of 出席扱い cost: statements do not grow with the number of applications. */
class CreditingStatementsTest {
  private static StudentCreditings open(CreditingSchool school) {
    StudentRecord child = school.fixture.host.findRecord(CreditingSchool.CHILD).orElseThrow();
    StudentCreditings opened =
        school.desk.creditings.open(
            school.fixture.actor, child, rows -> Optional.of(rows.get(0).id()));
    school.desk.results.list(school.fixture.actor, child.id(), child.stays(), 2026);
    return opened;
  }

  private static int statements(CreditingSchool school) {
    open(school);
    return school.fixture.transactions.statements(() -> open(school));
  }

  private static void fill(CreditingSchool school, String id) {
    school.confirmAll(id, Set.of());
    school.desk.conditions.consult(
        school.fixture.actor,
        id,
        new CreditingCommand.Talk(LocalDate.of(2026, 6, 1), "学校教育課", "電話", "適切と確認"));
    school.desk.decisions.decide(
        school.principal, id, school.decision(id, "granted", "2026-06-01", "2026-06-30"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void tabNeedsEightStatementsWithOneApplicationAndWithFive(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.mark("A", "CREDITED_ICT", "", 6, 1, 2, 3);
    school.apply("8", null);
    int one = statements(school);
    for (String kind : List.of("1", "2", "5", "6")) {
      school.facility("F" + kind, kind, true);
      fill(school, school.apply(kind, "F" + kind));
    }
    StudentCreditings opened = open(school);
    assertEquals(5, opened.rows().size());
    ApplicationView shown = opened.shown().orElseThrow();
    assertEquals(opened.rows().get(0).id(), shown.row().id());
    String ict =
        opened.rows().stream().filter(row -> row.kind().equals("8")).findFirst().orElseThrow().id();
    StudentRecord child = school.fixture.host.findRecord(CreditingSchool.CHILD).orElseThrow();
    assertEquals(
        one - 1,
        school.fixture.transactions.statements(
            () ->
                school.desk.creditings.open(school.fixture.actor, child, rows -> Optional.of(ict))),
        "the results are the one more");
    assertEquals(8, one);
    assertTrue(statements(school) <= one);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void listOfASchoolNeedsFourStatementsWithThreeApplicationsAndWithForty(
      TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    Homeroom room = school.fixture.room("2組", Grade.J2);
    apply(school, room, 0, 3);
    int few = school.fixture.transactions.statements(() -> assertEquals(3, listed(school)));
    apply(school, room, 3, 40);
    int many = school.fixture.transactions.statements(() -> assertEquals(40, listed(school)));
    assertEquals(few, many);
    assertEquals(4, few);
  }

  private static int listed(CreditingSchool school) {
    return school
        .desk
        .creditings
        .list(school.fixture.actor, 2026, Optional.of(Fixture.SCHOOL), Optional.empty())
        .size();
  }

  private static void apply(CreditingSchool school, Homeroom room, int from, int to) {
    for (int i = from; i < to; i++) {
      school.fixture.stay("S" + i, room);
      fill(school, school.apply(new StudentId("S" + i), "1", "F1"));
    }
  }
}
