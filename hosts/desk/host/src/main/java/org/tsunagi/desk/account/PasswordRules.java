// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be: long enough, not a common one, not the user name; nothing else. */
public final class PasswordRules {
  /** The smallest number of characters. */
  public static final int LEAST = 12;

  /** The largest number of characters. */
  public static final int MOST = 200;

  private static final Set<String> COMMON =
      Set.of(
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "passw0rdpassw0rd",
          "123456789012",
          "1234567890123",
          "12345678901234",
          "123123123123",
          "111111111111",
          "000000000000",
          "012345678901",
          "abcdefghijkl",
          "abcd12345678",
          "qwertyuiop123",
          "qwertyuiop12",
          "qwertyuiopas",
          "qwerty123456",
          "qwertyqwerty",
          "1qaz2wsx3edc",
          "1q2w3e4r5t6y",
          "zaq12wsxcde3",
          "asdfghjkl123",
          "administrator",
          "administrator1",
          "adminadmin12",
          "adminadminadmin",
          "letmeinletmein",
          "welcome12345",
          "iloveyou1234",
          "iloveyouiloveyou",
          "sakurasakura",
          "sakura123456",
          "gakkougakkou",
          "tsunagi12345",
          "tsunagitsunagi",
          "changeme1234",
          "changemechangeme");

  private PasswordRules() {}

  /** Finds the message key of what is wrong with a new password; empty when it may be used. */
  public static Optional<String> findFault(String password, String username) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      return Optional.of("password.short");
    }
    if (length > MOST) {
      return Optional.of("password.long");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(plain) || plain.codePoints().distinct().count() < 4) {
      return Optional.of("password.common");
    }
    if (plain.contains(username.toLowerCase(Locale.ROOT)) && length < username.length() + LEAST) {
      return Optional.of("password.username");
    }
    return Optional.empty();
  }
}
