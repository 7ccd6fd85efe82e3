// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.testing.TestDatabases;

class TallyCsvTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void csvHasTheNamedColumnsAndNoFormulas(TestDatabases.Named database) throws Exception {
    Fixture fixture = new Fixture(database, LocalDate.of(2026, 11, 12));
    Homeroom room = fixture.room("r1", Grade.J2);
    fixture.stay("=cmd", room);
    fixture.plan(Grade.J2, true, List.of(NOVEMBER.atDay(2), NOVEMBER.atDay(4)));
    TallyQuery query =
        new TallyQuery(2026, true, Optional.empty(), Optional.empty(), Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TallyCsv.write(fixture.tallies.open(fixture.actor, query), out, true);
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
    assertEquals(
        "\uFEFFschoolYear,month,schoolSourcedId,studentSourcedId,schoolDays,exemptDays,"
            + "requiredDays,daysAbsent,daysPresent,creditedDays,lateArrivals,earlyDepartures,"
            + "separateRoomDays,cumulativeDaysAbsent,daysAbsentIncludingCredited,credited1,"
            + "credited2,credited3,credited4,credited5,credited6,credited7,credited8,"
            + "creditedActivityDays,onlineDaysHeld,onlineDaysTakenPart,unknownDays,remarks",
        lines[0]);
    String last = lines[lines.length - 1];
    assertEquals("2026,2026-11,S1,'=cmd,2,0,2,0,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,", last);
  }
}
