// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.Grade;

class RoleRuleTest {
  private static final RoleRule RULE = new RoleRule(Map.of());

  @ParameterizedTest
  @CsvSource({
    "admin,1,Administrator,INTEGRATOR",
    "admin,7,校長,PRINCIPAL",
    "admin,7,Principal|ja_JP.utf8:校長,PRINCIPAL",
    "admin,7,counselor,COUNSELOR",
    "admin,7,Registrar,",
    "teacher,2,Teacher,TEACHER",
    "teacher,8,養護教諭,YOGO_TEACHER",
    "parent,3,校長,",
    "student,0,Student,",
    "'','','',",
  })
  void aProfileStandsForARole(String base, String number, String title, String role) {
    assertEquals(
        role == null ? List.of() : List.of(HostRole.valueOf(role)),
        RULE.roles(new RoleRule.Profile(base, number, title)));
  }

  @Test
  void aSettingWinsAndMayGiveSeveralRoles() {
    RoleRule rule = new RoleRule(Map.of("1", "principal+integrator", "Registrar", "office"));
    assertEquals(
        List.of(HostRole.PRINCIPAL, HostRole.INTEGRATOR),
        rule.roles(new RoleRule.Profile("admin", "1", "Administrator")));
    assertEquals(
        List.of(HostRole.OFFICE), rule.roles(new RoleRule.Profile("admin", "9", "Registrar")));
    assertEquals(List.of(), rule.roles(new RoleRule.Profile("parent", "1", "Registrar")));
  }

  @ParameterizedTest
  @CsvSource({"P5,第5学年,P5", "05,小5,P5", "中2,,J2", "j3,x,J3", "09,9th,"})
  void aGradeLevelIsAGradeByItsShortNameOrTitle(String shortName, String title, String grade) {
    assertEquals(
        Optional.ofNullable(grade).map(Grade::valueOf),
        GradeRule.find(shortName, title == null ? "" : title));
  }
}
