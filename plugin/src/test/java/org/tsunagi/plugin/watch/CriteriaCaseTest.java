// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.watch.domain.SettingsInForce;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.StudentWatch;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.domain.WatchRules;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.persistence.SettingTable;
import org.tsunagi.testing.TestDatabases;

/** G-002-11: criteria of the board, of a 中学校区 over them, and the day from which they hold. */
class CriteriaCaseTest {
  private static final SchoolId EAST = new SchoolId("S1");
  private static final SchoolId WEST = new SchoolId("S2");
  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  private static final LocalDate AUGUST = LocalDate.of(2024, 8, 31);
  private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 2);

  private static SettingsPart part(String json) throws Exception {
    return Json.MAPPER.readValue(json, SettingsPart.class);
  }

  private static Actor integrator() {
    Post post =
        new Post(HostRole.INTEGRATOR, Optional.empty(), Optional.empty(), APRIL, Optional.empty());
    return new Actor("i", "担当", List.of(post), Set.of(), true);
  }

  private static WatchSettingService service(Ground ground) {
    StudentDirectory directory = mock(StudentDirectory.class);
    when(directory.listSchools())
        .thenReturn(List.of(new School(EAST, "東中学校", "市"), new School(WEST, "西中学校", "市")));
    return new WatchSettingService(
        new TableGate(ground),
        ground,
        new SqlAuditTrail(ground),
        ground,
        directory,
        new SettingTable());
  }

  private static SettingCommand command(
      String scope, String target, LocalDate firstOn, String settings, SchoolId... schools)
      throws Exception {
    List<String> ids = List.of(schools).stream().map(SchoolId::value).toList();
    String name = scope.equals("district") ? "東中学校区" : null;
    return new SettingCommand(scope, target, name, ids, firstOn, part(settings), 0);
  }

  private static SettingsInForce on(
      Ground ground, WatchSettingService service, SchoolId school, LocalDate day) {
    ground.at(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.ofHours(9)));
    SettingTable table = new SettingTable();
    SettingsInForce one = ground.runSql(c -> table.inForce(c, school, day));
    assertEquals(one, ground.runSql(c -> table.inForce(c, List.of(school), day).get(school)));
    return one;
  }

  /** Eleven days, none after another, the eleventh before August. */
  private static List<WatchFinding> find(SettingsInForce inForce, LocalDate day) {
    List<WatchDay> days = new ArrayList<>();
    for (LocalDate date = APRIL; days.size() < 22; date = date.plusDays(1)) {
      if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        boolean absent = days.size() % 2 == 0;
        days.add(WatchDay.of(date, absent ? WatchDay.Kind.ABSENT : WatchDay.Kind.PRESENT));
      }
    }
    StudentWatch student = StudentWatch.of(new SchoolYear(2024), days);
    return WatchRules.find(student, inForce.settings(), day).stream()
        .filter(one -> one.rule() == WatchRule.CUMULATIVE_30)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aDistrictsCriteriaStandOverTheBoardsFromTheirDayAndTellOnce(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      WatchSettingService service = service(ground);
      assertEquals(WatchSettings.DEFAULT, on(ground, service, EAST, AUGUST).settings());
      service.set(
          integrator(),
          command("board", null, APRIL, "{\"firstRun\":3,\"secondRun\":5,\"cumulative\":15}"));
      service.set(
          integrator(),
          command("district", "east", LocalDate.of(2024, 9, 1), "{\"cumulative\":10}", EAST));
      SettingsInForce august = on(ground, service, EAST, AUGUST);
      assertEquals("board", august.scope());
      assertEquals(List.of(), find(august, AUGUST));
      SettingsInForce september = on(ground, service, EAST, SEPTEMBER);
      assertEquals("district", september.scope());
      assertEquals(3, september.settings().firstRun());
      assertEquals(5, september.settings().secondRun());
      assertEquals(10, september.settings().cumulative());
      List<WatchFinding> found = find(september, SEPTEMBER);
      assertEquals(1, found.size());
      // The key is the year's, so it is one and the same on every later day.
      assertEquals(found.get(0).key(), find(september, LocalDate.of(2024, 12, 20)).get(0).key());
      assertEquals("board", on(ground, service, WEST, SEPTEMBER).scope());
      assertEquals(15, on(ground, service, WEST, SEPTEMBER).settings().cumulative());
      assertEquals(WatchSettings.DEFAULT, on(ground, service, EAST, APRIL.minusDays(1)).settings());
      service.set(integrator(), command("school", "S1", SEPTEMBER, "{\"secondRun\":4}"));
      SettingsInForce own = on(ground, service, EAST, SEPTEMBER);
      assertEquals("school", own.scope());
      assertEquals(4, own.settings().secondRun());
      assertEquals(10, own.settings().cumulative());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 3, 7",
    "'{\"firstRun\":9}', 9, 10",
    "'{\"secondRun\":3}', 2, 3",
    "'{\"firstRun\":4,\"secondRun\":6}', 4, 6",
  })
  void whatIsDecidedHereStandsAndTheOtherRunGivesWay(String json, int first, int second)
      throws Exception {
    WatchSettings joined = part(json).over(WatchSettings.DEFAULT);
    assertEquals(first, joined.firstRun());
    assertEquals(second, joined.secondRun());
    assertEquals(joined, SettingsPart.of(joined).over(WatchSettings.DEFAULT));
  }

  @Test
  void aNumberOutOfItsRangeIsRefused() throws Exception {
    try (Ground ground = new Ground(new TestDatabases.Named("h2", TestDatabases.h2()))) {
      WatchSettingService service = service(ground);
      for (String bad :
          List.of(
              "{\"firstRun\":0}",
              "{\"firstRun\":5,\"secondRun\":5}",
              "{\"secondRun\":1}",
              "{\"cumulative\":201}",
              "{\"failedContacts\":0}")) {
        SettingCommand command = command("board", null, APRIL, bad);
        RefusedException refused =
            assertThrows(RefusedException.class, () -> service.set(integrator(), command), bad);
        assertEquals("RANGE", refused.refusal().findings().get(0).code());
      }
    }
  }
}
