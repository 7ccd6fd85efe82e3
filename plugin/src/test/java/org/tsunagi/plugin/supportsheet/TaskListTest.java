// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.OneClass.STUDENT;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.STRANGER;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.task.PersonTask;
import org.tsunagi.plugin.task.TaskReminder;
import org.tsunagi.plugin.task.TaskService;
import org.tsunagi.plugin.watch.OpenSteps;
import org.tsunagi.plugin.watch.persistence.TaskTable;
import org.tsunagi.testing.TestDatabases;

/** What people have to do, and that each is told of it once, on both databases. */
class TaskListTest {
  private interface Story {
    void tell(Sheets sheets, TaskService tasks, TaskReminder reminder) throws Exception;
  }

  private static void onBoth(Story story) throws Exception {
    for (TestDatabases.Named database : TestDatabases.both().toList()) {
      try (Ground ground = new Ground(database)) {
        Sheets sheets = new Sheets(ground);
        DuePoints points = new DuePoints(sheets.forms, sheets.rights, ground);
        OpenSteps steps = new OpenSteps(new TaskTable());
        plan(sheets);
        story.tell(
            sheets,
            new TaskService(sheets.gate, ground, sheets.host, points, steps, ground),
            new TaskReminder(sheets.host, sheets.host, points, steps, ground));
      }
    }
  }

  private static void plan(Sheets sheets) {
    String today = Ground.TODAY.toString();
    sheets.service.save(
        TEACHER,
        STUDENT,
        SheetKey.b(2026),
        0,
        Sheets.rows(
            "measures",
            new Row("m1", Map.of("measure", "朝の電話", "nextReviewOn", today)),
            new Row("m2", Map.of("measure", "面談", "person", "校長", "nextReviewOn", "2026-04-02")),
            new Row("m3", Map.of("measure", "終えた", "outcome", "ended", "nextReviewOn", today)),
            new Row("m4", Map.of("measure", "先のこと", "nextReviewOn", "2027-03-20"))));
  }

  private static List<String> texts(TaskService tasks, Actor actor, boolean everybody) {
    return tasks.list(actor, everybody).stream().map(PersonTask::text).toList();
  }

  @Test
  void everyoneSeesTheOwnAndThoseWhoMayReadSeeAllByDay() throws Exception {
    onBoth(
        (sheets, tasks, reminder) -> {
          assertEquals(List.of("朝の電話", "先のこと"), texts(tasks, TEACHER, false));
          assertEquals(List.of("面談"), texts(tasks, PRINCIPAL, false));
          assertEquals(List.of("面談", "朝の電話", "先のこと"), texts(tasks, TEACHER, true));
          assertTrue(tasks.list(TEACHER, true).get(0).late());
          assertEquals(List.of(), texts(tasks, COLLEAGUE, true));
          assertEquals(List.of(), texts(tasks, STRANGER, true));
        });
  }

  @Test
  void whoIsMeantIsToldOnceOfWhatIsDue() throws Exception {
    onBoth(
        (sheets, tasks, reminder) -> {
          Ground ground = sheets.ground();
          Map<String, Integer> first =
              ground.runSql(connection -> reminder.remind(connection, OneClass.SCHOOL));
          assertEquals(Map.of("p1", 1), first);
          Map<String, Integer> again =
              ground.runSql(connection -> reminder.remind(connection, OneClass.SCHOOL));
          assertEquals(Map.of(), again);
        });
  }
}
