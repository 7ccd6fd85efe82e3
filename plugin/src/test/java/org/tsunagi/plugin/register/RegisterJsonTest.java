// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.testing.TestDatabases;

class RegisterJsonTest {
  @Test
  void monthIsWrittenInTheShapeThatThePageReads() throws Exception {
    Fixture fixture =
        new Fixture(new TestDatabases.Named("h2", TestDatabases.h2()), LocalDate.of(2026, 11, 12));
    fixture.stay("A", fixture.room("r1", Grade.J2), LocalDate.of(2026, 4, 1), Optional.empty());
    fixture.plan(Grade.J2, true, List.of(LocalDate.of(2026, 11, 5)));
    MarkCommand command =
        Json.MAPPER.readValue(
            "{\"changes\":[{\"studentId\":\"A\",\"date\":\"2026-11-05\","
                + "\"code\":\"BEREAVEMENT\",\"detail\":\"祖父\"}]}",
            MarkCommand.class);
    JsonNode saved = tree(fixture.register.write(fixture.actor, new HomeroomId("r1"), command));
    assertEquals(1, saved.at("/saved").asInt());
    JsonNode month =
        tree(fixture.register.month(fixture.actor, new HomeroomId("r1"), YearMonth.of(2026, 11)));
    assertEquals("2026-11", month.at("/month").asText());
    assertEquals("2026-11-12", month.at("/today").asText());
    assertEquals("J2", month.at("/homeroom/grade").asText());
    assertEquals("2026-11-05", month.at("/days/4/date").asText());
    assertEquals("school", month.at("/days/4/kind").asText());
    assertTrue(month.at("/days/4/taken").asBoolean());
    assertTrue(month.at("/students/0/lastOn").isNull());
    JsonNode mark = month.at("/students/0/marks/2026-11-05");
    assertEquals("忌", mark.at("/glyph").asText());
    assertEquals("off", mark.at("/family").asText());
    assertEquals("祖父", mark.at("/detail").asText());
    assertEquals(0, month.at("/students/0/figures/requiredDays").asInt());
    assertTrue(month.at("/codes").size() > 10);
  }

  @Test
  void closureNeedsItsFirstDayAndWhatItIsOnly() throws Exception {
    ClosureResource.AddCommand command =
        Json.MAPPER.readValue(
            "{\"firstOn\":\"2026-11-05\",\"scope\":\"school\",\"basis\":\"ART20\"}",
            ClosureResource.AddCommand.class);
    ClosureIntake.Row row = command.row(Fixture.SCHOOL);
    assertEquals(row.first(), row.last());
    assertEquals("", row.target());
  }

  private static JsonNode tree(Object value) throws Exception {
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(value));
  }
}
