// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.watch.persistence.NoticeTable;
import org.tsunagi.testing.TestDatabases;

/** Mail against a real SMTP server of this machine. */
class MailPostTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
  private static final String PERSON = "sf-tanaka";

  private final NoticeTable notices = new NoticeTable();
  private GreenMail server = new GreenMail();
  private int port;

  @BeforeEach
  void choosePort() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailPost post(PlainTransactions transactions) {
    return new MailPost(
        transactions,
        notices,
        new SmtpSettings(
            "127.0.0.1", port, "tsunagi@example.jp", false, "", "", "https://desk.example.jp"));
  }

  private PlainTransactions queued(TestDatabases.Named database, String address) {
    PlainTransactions transactions = new PlainTransactions(database.dataSource());
    transactions.runSql(
        connection -> {
          assertTrue(notices.setAddress(connection, PERSON, address, 0, NOW));
          assertFalse(notices.setAddress(connection, PERSON, "late@example.jp", 0, NOW));
          notices.queue(connection, PERSON, 2, NOW);
          return true;
        });
    return transactions;
  }

  private String state(PlainTransactions transactions) {
    return transactions.runSql(
        connection -> notices.newest(connection, PERSON).orElseThrow().state());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void mailTellsTheNumberAndNothingElseAndComesOnce(TestDatabases.Named database) throws Exception {
    server.start();
    PlainTransactions transactions = queued(database, "tanaka@example.jp");
    MailPost post = post(transactions);
    assertEquals(1, post.deliver(NOW));
    assertEquals(0, post.deliver(NOW.plusSeconds(86_400)));
    MimeMessage[] received = server.getReceivedMessages();
    assertEquals(1, received.length);
    assertEquals("つなぎからのお知らせ", received[0].getSubject());
    assertEquals("tanaka@example.jp", received[0].getAllRecipients()[0].toString());
    String body =
        new String(received[0].getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace("\r\n", "\n");
    assertEquals(NoticeMail.text(2, "https://desk.example.jp"), body);
    assertTrue(body.startsWith("つなぎに新しいお知らせが2件あります。サインインして見てください。\n"));
    assertFalse(GreenMailUtil.getWholeMessage(received[0]).contains(PERSON));
    assertEquals("sent", state(transactions));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void mailThatTheServerDidNotTakeIsTriedAgainAndComesOnce(TestDatabases.Named database) {
    PlainTransactions transactions = queued(database, "tanaka@example.jp");
    MailPost post = post(transactions);
    assertEquals(0, post.deliver(NOW));
    assertEquals("queued", state(transactions));
    server.start();
    assertEquals(0, post.deliver(NOW.plusSeconds(59)));
    assertEquals(1, post.deliver(NOW.plusSeconds(60)));
    assertEquals(0, post.deliver(NOW.plusSeconds(86_400)));
    assertEquals(1, server.getReceivedMessages().length);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void mailThatWasOnItsWayWhenTheDeskDiedIsNotSentAgain(TestDatabases.Named database) {
    server.start();
    PlainTransactions transactions = queued(database, "tanaka@example.jp");
    NoticeTable.Mail mail =
        transactions.runSql(connection -> notices.listDue(connection, NOW, 5)).get(0);
    boolean first = transactions.runSql(connection -> notices.claim(connection, mail.id()));
    boolean second = transactions.runSql(connection -> notices.claim(connection, mail.id()));
    assertTrue(first);
    assertFalse(second);
    assertEquals(0, post(transactions).deliver(NOW.plusSeconds(86_400)));
    assertEquals(0, server.getReceivedMessages().length);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void mailIsGivenUpAfterItsTriesAndDroppedWithoutAnAddress(TestDatabases.Named database) {
    PlainTransactions transactions = queued(database, "tanaka@example.jp");
    MailPost post = post(transactions);
    for (int day = 0; day < 6; day++) {
      assertEquals("queued", state(transactions));
      post.deliver(NOW.plusSeconds(86_400L * day));
    }
    assertEquals("failed", state(transactions));
    Instant later = NOW.plusSeconds(86_400 * 10);
    transactions.runSql(
        connection -> {
          notices.setAddress(connection, PERSON, "", 1, later);
          notices.queue(connection, PERSON, 1, later);
          return true;
        });
    assertEquals(0, post.deliver(later));
    assertEquals("dropped", state(transactions));
  }
}
