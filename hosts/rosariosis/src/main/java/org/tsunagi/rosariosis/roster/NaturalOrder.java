// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagi.api.school.Homeroom;

/** Names in the order in which people read them: {@code 5年2組} before {@code 5年10組}. */
final class NaturalOrder {
  static final Comparator<Homeroom> HOMEROOMS =
      Comparator.comparing(Homeroom::grade)
          .thenComparing(room -> key(room.name()))
          .thenComparing(room -> room.id().value());

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private NaturalOrder() {}

  /** Returns a text whose order is the names' order: every number takes nine places. */
  static String key(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.replaceAll(
        found -> "0".repeat(Math.max(0, 9 - found.group().length())) + found.group());
  }
}
