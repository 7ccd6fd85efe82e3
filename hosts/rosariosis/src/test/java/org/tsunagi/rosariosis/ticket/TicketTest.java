// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.rosariosis.HostDatabase;
import org.tsunagi.rosariosis.store.RosarioStore;

class TicketTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
  private static final String PATH = "/host/students/101/sheet-a";

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("v", "1");
    fields.put("jti", "abc");
    fields.put("iat", String.valueOf(NOW.getEpochSecond()));
    fields.put("exp", String.valueOf(NOW.getEpochSecond() + 60));
    fields.put("user", "t-1");
    fields.put("profile", "teacher");
    fields.put("school", "1");
    fields.put("year", "2026");
    fields.put("student", "101");
    fields.put("method", "GET");
    fields.put("path", PATH);
    fields.put("locale", "ja_JP.utf8");
    fields.put("csrf", "c");
    return fields;
  }

  private static String sign(String secret, Map<String, String> fields) {
    String query =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String body = encoder.encodeToString(query.getBytes(StandardCharsets.UTF_8));
    byte[] mac = TicketCodec.sign(secret, body.getBytes(StandardCharsets.US_ASCII));
    return body + "." + encoder.encodeToString(mac);
  }

  private static Optional<Ticket> read(String text) {
    return new TicketCodec(List.of(SECRET)).read(text);
  }

  @Test
  void aTicketIsReadAsItWasWritten() {
    Ticket ticket = read(sign(SECRET, fields())).orElseThrow();
    assertEquals("t-1", ticket.user());
    assertEquals("101", ticket.student());
    assertEquals(PATH, ticket.path());
    assertEquals("c", ticket.csrf());
  }

  @Test
  void aTicketOfThePhpFaceIsReadHere() {
    // Written by addon/Ticket.php with this secret; see addon-test/run.php, which asserts the same.
    String text =
        "dj0xJmp0aT1hYmMmaWF0PTEmZXhwPTYxJnVzZXI9JUU1JUIxJUIxJnByb2ZpbGU9YWRtaW4mc2Nob29s"
            + "PTEmeWVhcj0yMDI2JnN0dWRlbnQ9Jm1ldGhvZD1HRVQmcGF0aD0lMkZob3N0JTJGbWVudSZsb2NhbGU9"
            + "amFfSlAudXRmOCZjc3JmPWM"
            + ".af279Vt_E64m1H9V5TySvl_kYUtdySAbTOZd-ces8uM";
    assertEquals("山", read(text).orElseThrow().user());
  }

  @Test
  void anAlteredTicketIsNotRead() {
    String good = sign(SECRET, fields());
    Map<String, String> other = fields();
    other.put("user", "t-3");
    String forged = sign(OTHER, other);
    String swapped = forged.substring(0, forged.indexOf('.')) + good.substring(good.indexOf('.'));
    assertEquals(Optional.empty(), read(forged));
    assertEquals(Optional.empty(), read(swapped));
    assertEquals(Optional.empty(), read(good.substring(0, good.length() - 4)));
    assertEquals(Optional.empty(), read(""));
    assertEquals(Optional.empty(), read("a.b"));
    assertEquals(Optional.empty(), read("!.!"));
  }

  @Test
  void aTicketThatLacksAFieldIsNotRead() {
    for (String name : List.of("v", "jti", "iat", "exp", "user", "profile", "method", "path")) {
      Map<String, String> fields = fields();
      fields.remove(name);
      assertEquals(Optional.empty(), read(sign(SECRET, fields)), name);
    }
  }

  @Test
  void theSecretBeforeIsStillGoodWhileItIsChanged() {
    TicketCodec both = new TicketCodec(List.of(OTHER, SECRET));
    assertTrue(both.read(sign(SECRET, fields())).isPresent());
    assertTrue(both.read(sign(OTHER, fields())).isPresent());
    assertThrows(IllegalArgumentException.class, () -> new TicketCodec(List.of("short")));
    assertThrows(IllegalArgumentException.class, () -> new TicketCodec(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "-31,false",
    "-30,true",
    "0,true",
    "59,true",
    "89,true",
    "90,false",
  })
  void aTicketHoldsForAMinuteAndAHalfOfClockDifference(int seconds, boolean good) {
    Ticket ticket = read(sign(SECRET, fields())).orElseThrow();
    assertEquals(good, TicketRule.permits(ticket, "GET", PATH, NOW.plusSeconds(seconds)));
  }

  @Test
  void aTicketThatWantsToLiveLongerIsRefused() {
    Map<String, String> fields = fields();
    fields.put("exp", String.valueOf(NOW.getEpochSecond() + 61));
    Ticket ticket = read(sign(SECRET, fields)).orElseThrow();
    assertFalse(TicketRule.permits(ticket, "GET", PATH, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/host/students/101/sheet-a,true",
    "POST,/host/students/101/sheet-a,false",
    "GET,/host/students/101/sheet-b,false",
  })
  void aTicketIsForOneMethodAndPath(String method, String path, boolean good) {
    Ticket ticket = read(sign(SECRET, fields())).orElseThrow();
    assertEquals(good, TicketRule.permits(ticket, method, path, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "/host/students/102/sheet-a,false",
    "/host/students/1%30%31/sheet-a,true",
    "/api/v1/students/102,false",
    "/api/v1/students/101/days,true",
    "/host/pages/watch,true",
  })
  void aPathThatNamesAStudentNamesTheTickets(String path, boolean good) {
    Map<String, String> fields = fields();
    fields.put("path", path);
    Ticket ticket = read(sign(SECRET, fields)).orElseThrow();
    assertEquals(good, TicketRule.permits(ticket, "GET", path, NOW));
  }

  @ParameterizedTest
  @CsvSource({"admin,true", "teacher,true", "parent,false", "student,false", "none,false"})
  void onlyStaffGetIn(String profile, boolean good) {
    Map<String, String> fields = fields();
    fields.put("profile", profile);
    Ticket ticket = read(sign(SECRET, fields)).orElseThrow();
    assertEquals(good, TicketRule.permits(ticket, "GET", PATH, NOW));
  }

  @Test
  void aTicketIsGoodOnceOnEveryNode() {
    try (RosarioStore store = new RosarioStore(HostDatabase.open().ours())) {
      Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
      TicketDoor one = new TicketDoor(List.of(SECRET), store, clock);
      TicketDoor other = new TicketDoor(List.of(SECRET), store, clock);
      String text = sign(SECRET, fields());
      assertEquals(Optional.empty(), one.admit(text, "GET", "/host/menu"), "not for this path");
      assertTrue(one.admit(text, "GET", PATH).isPresent());
      assertEquals(Optional.empty(), one.admit(text, "GET", PATH));
      assertEquals(Optional.empty(), other.admit(text, "GET", PATH));
    }
  }
}
