// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.util.List;

/** The very first start, when nobody can sign in yet. */
public interface FirstStart {
  /** Tells whether there is no account at all. */
  boolean needed();

  /**
   * Returns the code that the page {@code /setup} asks for, to be printed on the console; the same
   * until the process ends.
   */
  String code();

  /**
   * Makes an administrator and accounts for all staff of the roster that have none, all with one
   * password. For the sample school only.
   *
   * @return the administrator and one named person for each role, to be printed
   */
  List<SampleAccount> createSampleAccounts(String password);

  /**
   * An account of the sample.
   *
   * @param username the user name
   * @param name the name
   * @param role the role's text code
   */
  record SampleAccount(String username, String name, String role) {}
}
