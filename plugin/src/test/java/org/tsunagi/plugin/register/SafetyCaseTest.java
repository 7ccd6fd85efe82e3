// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.watch.ContactCommand;
import org.tsunagi.plugin.watch.TaskCommand;
import org.tsunagi.plugin.watch.TaskView;
import org.tsunagi.plugin.watch.WatchNoteService;
import org.tsunagi.plugin.watch.WatchTaskService;
import org.tsunagi.testing.TestDatabases;

/** G-002-20: a child whose safety nobody could confirm is not put away before it was reported. */
class SafetyCaseTest {
  private static final StudentId CHILD = new StudentId("A");
  private static final Actor PRINCIPAL = RightsGround.principal(RightsGround.OWN);
  private static final LocalDate FIRST = RightsGround.TODAY.minusDays(2);
  private static final String KEY = "SAFETY@" + FIRST;

  private static void contact(RightsGround ground, String how, LocalDate on, boolean safe) {
    ground
        .guarded
        .get(WatchNoteService.class)
        .addContact(
            PRINCIPAL, CHILD, new ContactCommand(on, how, safe, safe, "確かめる", "訪ねる", "会えない"));
  }

  private static TaskView task(
      RightsGround ground, int version, @Nullable String step, boolean done) {
    TaskCommand command = new TaskCommand(version, CHILD.value(), KEY, step, null, null, done);
    return ground.guarded.get(WatchTaskService.class).begin(PRINCIPAL, command);
  }

  private static Optional<Finding> refusal(RightsGround ground) {
    try {
      task(ground, 1, null, true);
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusal().findings().get(0));
    }
  }

  private static RightsGround afterThreeTries(TestDatabases.Named database) {
    RightsGround ground = new RightsGround(database);
    contact(ground, "phone", FIRST, false);
    assertThrows(RefusedException.class, () -> task(ground, 0, "通告する", false));
    contact(ground, "visit", FIRST.plusDays(1), false);
    contact(ground, "visit", FIRST.plusDays(2), false);
    assertEquals(1, task(ground, 0, "通告する", false).version());
    return ground;
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void itIsDoneWhenBothWereToldAndWrittenDown(TestDatabases.Named database) {
    RightsGround ground = afterThreeTries(database);
    Finding first = refusal(ground).orElseThrow();
    assertEquals("REPORT_FIRST", first.code());
    assertTrue(first.message().contains("通告と、警察"), first.message());
    contact(ground, "police", FIRST.minusDays(1), false);
    assertTrue(refusal(ground).isPresent(), "a report of before is none of this");
    contact(ground, "police", RightsGround.TODAY, false);
    Finding second = refusal(ground).orElseThrow();
    assertTrue(!second.message().contains("警察"), second.message());
    contact(ground, "guidanceCenter", RightsGround.TODAY, false);
    assertTrue(refusal(ground).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void itIsDoneWhenTheChildIsSafe(TestDatabases.Named database) {
    RightsGround ground = afterThreeTries(database);
    contact(ground, "met", RightsGround.TODAY, true);
    assertTrue(refusal(ground).isEmpty());
    assertEquals(List.of(), ground.writes.stream().filter(sql -> sql.contains("MAIL")).toList());
  }
}
