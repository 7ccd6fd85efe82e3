// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.function.UnaryOperator;

/**
 * Where mail goes out, as the one who runs the desk says it.
 *
 * @param host the server; empty where there is none and nobody gets mail
 * @param port its port, 1–65535
 * @param from the address from which mail comes
 * @param startTls whether the connection must change to TLS (STARTTLS)
 * @param user who signs in there; empty where nobody has to
 * @param password the password
 * @param address where people open the desk; empty where the mail names no address
 */
public record SmtpSettings(
    String host,
    int port,
    String from,
    boolean startTls,
    String user,
    String password,
    String address) {
  /** Reads properties whose names begin with {@code tsunagi.smtp}; what is not set is empty. */
  public static SmtpSettings of(UnaryOperator<String> property) {
    String port = property.apply("tsunagi.smtp.port");
    String startTls = property.apply("tsunagi.smtp.startTls");
    return new SmtpSettings(
        property.apply("tsunagi.smtp.host"),
        port.isEmpty() ? 587 : Integer.parseInt(port),
        property.apply("tsunagi.smtp.from"),
        startTls.isEmpty() || startTls.equals("true"),
        property.apply("tsunagi.smtp.user"),
        property.apply("tsunagi.smtp.password"),
        property.apply("tsunagi.baseUrl"));
  }

  /** Tells whether mail can be sent. */
  public boolean configured() {
    return !host.isEmpty() && !from.isEmpty();
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + "]";
  }
}
