// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tsunagi.rosariosis.HostDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceIT {
  private static final String TAB = "/host/students/101/sheet-a";

  private final HostDatabase host = HostDatabase.open();
  private RunningService service;

  @BeforeAll
  void start() throws IOException {
    host.run(
        "INSERT INTO attendance_calendar SELECT 2026, 1, d::date, 999, NULL, 1"
            + " FROM generate_series('2026-11-09'::date, '2026-11-13', '1 day') d");
    service = RunningService.start(host);
  }

  @AfterAll
  void stop() throws InterruptedException {
    service.close();
  }

  private static void status(int wanted, HttpResponse<String> answer) {
    assertEquals(wanted, answer.statusCode(), answer::body);
  }

  @Test
  void theServiceIsHealthyAndNamesItsHost() throws Exception {
    HttpResponse<String> answer = service.send("/health", "none");
    status(200, answer);
    assertTrue(answer.body().contains("\"host\":\"rosariosis\""), answer.body());
  }

  @Test
  void menuAndTabsAreOffered() throws Exception {
    assertTrue(service.ask("t-2", "", "/host/menu", "").body().contains("\t"));
    assertTrue(service.ask("t-2", "", "/host/tabs", "").body().contains("sheet-a\t"));
  }

  @Test
  void theHomeroomTeacherSeesTheTabOfTheirStudent() throws Exception {
    HttpResponse<String> answer = service.ask("t-2", "101", TAB, "");
    status(200, answer);
    assertTrue(answer.body().contains("class=\"tng\""), answer.body());
    assertTrue(answer.body().contains("modules/Tsunagi/relay.php?path=/assets/tsunagi/"));
    assertFalse(answer.body().contains("<form"), "the host drops a form inside its own");
  }

  @Test
  void anotherTeachersStudentIsNotThere() throws Exception {
    status(404, service.ask("t-2", "105", "/host/students/105/sheet-a", ""));
  }

  @Test
  void aTicketIsGoodOnceForItsPathAndItsMinute() throws Exception {
    String good = service.ticket("t-2", "101", TAB, Instant.now());
    status(200, service.send(TAB, good));
    status(401, service.send(TAB, good));
    status(401, service.send(TAB, service.ticket("t-2", "101", "/host/menu", Instant.now())));
    status(401, service.send(TAB, service.ticket("t-2", "102", TAB, Instant.now())));
    status(
        401, service.send(TAB, service.ticket("t-2", "101", TAB, Instant.now().minusSeconds(91))));
    status(401, service.send(TAB, "none"));
    status(401, service.send("/api/v1/students/101/days?schoolYear=2026", good));
  }

  @Test
  void aMarkTheHostWritesIsCounted() throws Exception {
    String days = "/api/v1/students/101/days";
    host.run(
        "INSERT INTO attendance_period (student_id, school_date, period_id, attendance_code,"
            + " course_period_id) VALUES (101, '2026-11-10', 1, 1, 201)");
    String last = "";
    for (int i = 0; i < 60 && !last.contains("ABSENT_UNKNOWN"); i++) {
      Thread.sleep(500);
      HttpResponse<String> answer = service.ask("t-2", "101", days, "?schoolYear=2026");
      status(200, answer);
      last = answer.body();
    }
    assertTrue(last.contains("\"code\":\"ABSENT_UNKNOWN\""), last);
  }

  @Test
  void theCodesTheHostShallHaveAreOffered() throws Exception {
    String codes = "";
    for (int i = 0; i < 60 && codes.isEmpty(); i++) {
      Thread.sleep(500);
      codes = service.ask("t-2", "", "/host/codes", "").body();
    }
    assertTrue(codes.contains("\tP\t"), codes);
    assertTrue(codes.contains("\tA\t"), codes);
  }
}
