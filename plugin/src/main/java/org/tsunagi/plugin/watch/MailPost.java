// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.watch.persistence.NoticeTable;

/**
 * Carries the queued mail to the server: it takes one in a transaction, speaks to the server
 * outside of any, and notes what became of it. What the server did not take is tried again later;
 * what was on its way when the desk died is not.
 */
@Component(service = MailPost.class)
public final class MailPost {
  /** How long to wait after each try that failed; then the mail is given up. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);
  private static final int AT_ONCE = 50;

  private final Transactions transactions;
  private final NoticeTable notices;
  private final SmtpSettings settings;
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

  /** Reads the settings from the framework and begins its rounds. */
  @Activate
  public MailPost(
      BundleContext context, @Reference Transactions transactions, @Reference NoticeTable notices) {
    this(
        transactions,
        notices,
        SmtpSettings.of(name -> Optional.ofNullable(context.getProperty(name)).orElse("")));
    if (settings.configured()) {
      ScheduledFuture<?> unused =
          rounds.scheduleWithFixedDelay(this::round, 5, 5, TimeUnit.SECONDS);
    }
  }

  MailPost(Transactions transactions, NoticeTable notices, SmtpSettings settings) {
    this.transactions = transactions;
    this.notices = notices;
    this.settings = settings;
  }

  /** Stops; a mail on its way is waited for. */
  @Deactivate
  public void stop() throws InterruptedException {
    rounds.shutdown();
    if (!rounds.awaitTermination(25, TimeUnit.SECONDS)) {
      rounds.shutdownNow();
    }
  }

  /** Tells whether there is a server to send by. */
  public boolean configured() {
    return settings.configured();
  }

  private void round() {
    try {
      deliver(Instant.now());
    } catch (RuntimeException failure) {
      LOG.warn("a round of the mail failed ({}), trying again", failure.getClass().getName());
    }
  }

  /**
   * Delivers what is due.
   *
   * @return how many mails the server took
   */
  int deliver(Instant now) {
    List<NoticeTable.Mail> due =
        transactions.runSql(connection -> notices.listDue(connection, now, AT_ONCE));
    int sent = 0;
    for (NoticeTable.Mail mail : due) {
      if (transactions.runSql(connection -> notices.claim(connection, mail.id()))) {
        sent += deliver(mail, now) ? 1 : 0;
      }
    }
    return sent;
  }

  private boolean deliver(NoticeTable.Mail mail, Instant now) {
    if (mail.address().isEmpty()) {
      end(mail, "dropped", now);
      return false;
    }
    NoticeMail.Outcome outcome = new NoticeMail(settings).send(mail.address(), mail.notices());
    if (outcome == NoticeMail.Outcome.NOT_TAKEN && mail.attempt() < WAITS.size()) {
      Instant next = now.plus(WAITS.get(mail.attempt()));
      transactions.runSql(
          connection -> {
            notices.putBack(connection, mail.id(), next);
            return true;
          });
      return false;
    }
    boolean sent = outcome == NoticeMail.Outcome.SENT;
    end(mail, sent ? "sent" : outcome == NoticeMail.Outcome.UNSURE ? "unsure" : "failed", now);
    if (!sent) {
      LOG.warn("mail {} was not delivered ({})", mail.id(), outcome);
    }
    return sent;
  }

  private void end(NoticeTable.Mail mail, String state, Instant now) {
    transactions.runSql(
        connection -> {
          notices.end(connection, mail.id(), state, now);
          return true;
        });
  }
}
