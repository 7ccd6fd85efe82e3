// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * A mail that says that there is something to see, and how much: no name, no school, nothing of
 * what was noticed.
 */
final class NoticeMail {
  private static final String TIMEOUT = "20000";

  private final SmtpSettings settings;

  NoticeMail(SmtpSettings settings) {
    this.settings = settings;
  }

  /** What became of a try to send. */
  enum Outcome {
    /** The server took it. */
    SENT,
    /** The server surely did not take it; it can be tried again. */
    NOT_TAKEN,
    /** Nobody knows whether the server took it; it is not tried again, so as not to come twice. */
    UNSURE
  }

  /** Returns the text of a mail. */
  static String text(int notices, String address) {
    return "つなぎに新しいお知らせが"
        + notices
        + "件あります。サインインして見てください。\n"
        + (address.isEmpty() ? "" : address + "\n")
        + "\nこのメールには、お知らせの中身や名前は書かれていません。\n";
  }

  /** Sends a mail. */
  Outcome send(String to, int notices) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The library finds its own parts by the thread's class loader; in OSGi that is not its own.
    thread.setContextClassLoader(Session.class.getClassLoader());
    try {
      return trySend(to, notices);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Outcome trySend(String to, int notices) {
    boolean speaking = false;
    try {
      Session session = Session.getInstance(properties());
      MimeMessage message = message(session, to, notices);
      try (Transport transport = session.getTransport("smtp")) {
        if (settings.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(settings.user(), settings.password());
        }
        speaking = true;
        transport.sendMessage(message, message.getAllRecipients());
        return Outcome.SENT;
      }
    } catch (MessagingException e) {
      return !speaking || refused(e) ? Outcome.NOT_TAKEN : Outcome.UNSURE;
    }
  }

  /** Tells whether the server itself said no. */
  private static boolean refused(MessagingException failure) {
    Exception cause = failure;
    while (cause instanceof MessagingException one) {
      if (one instanceof SMTPSendFailedException
          || one instanceof SMTPAddressFailedException
          || one instanceof SMTPSenderFailedException
          || one instanceof MailConnectException
          || one instanceof AuthenticationFailedException) {
        return true;
      }
      cause = one.getNextException();
    }
    return false;
  }

  private MimeMessage message(Session session, String to, int notices) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(to, true)});
    message.setSubject("つなぎからのお知らせ", StandardCharsets.UTF_8.name());
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    byte[] text = text(notices, settings.address()).getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(
        new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
    message.saveChanges();
    return message;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
    properties.setProperty("mail.smtp.timeout", TIMEOUT);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    return properties;
  }
}
