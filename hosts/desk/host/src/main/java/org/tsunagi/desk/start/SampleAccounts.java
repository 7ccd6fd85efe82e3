// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.start;

import java.io.PrintStream;
import java.util.List;
import org.tsunagi.desk.account.FirstStart;

/** The accounts of the sample school, which anybody at this computer may use. */
final class SampleAccounts {
  /**
   * The password of every account of the sample; the launcher lets the sample listen on loopback
   * only.
   */
  static final String PASSWORD = "mihon-school-2026";

  private SampleAccounts() {}

  /** Makes the accounts that are missing and prints one for each role. */
  static void print(FirstStart firstStart, PrintStream out) {
    List<FirstStart.SampleAccount> accounts = firstStart.createSampleAccounts(PASSWORD);
    out.println();
    out.println("見本の学校の利用者（パスワードはどれも " + PASSWORD + "）");
    out.println("Accounts of the sample school (every password is " + PASSWORD + "):");
    for (FirstStart.SampleAccount account : accounts) {
      out.printf("  %-22s %-18s %s%n", account.username(), account.role(), account.name());
    }
    out.println();
  }
}
