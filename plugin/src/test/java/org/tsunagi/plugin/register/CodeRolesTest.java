// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.testing.TestDatabases;

/** Codes that only the head and the office may enter, through the register's own command. */
class CodeRolesTest {
  private static final Set<HostRole> MAY =
      Set.of(HostRole.PRINCIPAL, HostRole.VICE_PRINCIPAL, HostRole.OFFICE);
  private static final HomeroomId ROOM = new HomeroomId("r1");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

  @ParameterizedTest
  @EnumSource(HostRole.class)
  void restrictedCodesAreRefusedToEveryOtherRoleAndNotOffered(HostRole role) {
    Fixture fixture = school();
    Actor actor = holding(role, Fixture.SCHOOL, DAY.plusDays(10));
    int open = 0;
    int restricted = 0;
    for (AttendanceCode code : new ShippedCodes().catalogue().list(2026)) {
      boolean may = code.roles().isEmpty() || MAY.contains(role);
      assertEquals(may, enters(fixture, actor, code.id()), role + " " + code.id());
      assertEquals(may, offered(fixture, actor).contains(code.id()), role + " " + code.id());
      open += code.roles().isEmpty() ? 1 : 0;
      restricted += code.roles().isEmpty() ? 0 : 1;
    }
    assertEquals(List.of(29, 5), List.of(open, restricted));
  }

  @ParameterizedTest
  @EnumSource(
      value = HostRole.class,
      names = {"PRINCIPAL", "OFFICE"})
  void aPostThatHasEndedOrLiesAtAnotherSchoolDoesNotOpenThem(HostRole role) {
    Fixture fixture = school();
    Post teacher = post(HostRole.TEACHER, Fixture.SCHOOL, DAY.plusDays(10));
    for (Post other :
        List.of(
            post(role, Fixture.SCHOOL, DAY.minusDays(1)),
            post(role, new SchoolId("S2"), DAY.plusDays(10)))) {
      Actor actor = new Actor("x", "先生", List.of(teacher, other), Set.of(), false);
      assertEquals(false, enters(fixture, actor, "EXEMPT_CUSTODY"));
    }
  }

  private static Fixture school() {
    Fixture fixture = new Fixture(new TestDatabases.Named("H2", TestDatabases.h2()), DAY);
    fixture.stay("A", fixture.room("r1", Grade.J2));
    fixture.plan(Grade.J2, false, Stream.of(2, 4, 5).map(YearMonth.of(2026, 11)::atDay).toList());
    return fixture;
  }

  private static Post post(HostRole role, SchoolId school, LocalDate last) {
    return new Post(
        role, Optional.of(school), Optional.empty(), LocalDate.of(2000, 4, 1), Optional.of(last));
  }

  private static Actor holding(HostRole role, SchoolId school, LocalDate last) {
    return new Actor("x", "先生", List.of(post(role, school, last)), Set.of(), false);
  }

  /** Enters the code and takes it out again; false where it is refused and nothing was written. */
  private static boolean enters(Fixture fixture, Actor actor, String code) {
    int writes = fixture.host.book.writes();
    try {
      write(fixture, actor, code, "");
      write(fixture, actor, "", code);
      return true;
    } catch (RefusedException refused) {
      assertEquals("CODE_ROLE", refused.refusal().findings().get(0).code());
      assertEquals(writes, fixture.host.book.writes());
      assertThrows(RefusedException.class, () -> write(fixture, actor, code, ""));
      return false;
    }
  }

  private static void write(Fixture fixture, Actor actor, String code, String expected) {
    fixture.register.write(
        actor,
        ROOM,
        new MarkCommand(List.of(new MarkCommand.Change("A", DAY, code, "", "", expected)), ""));
  }

  private static List<String> offered(Fixture fixture, Actor actor) {
    return fixture.register.month(actor, ROOM, YearMonth.of(2026, 11)).codes().stream()
        .map(RegisterView.Code::id)
        .toList();
  }
}
