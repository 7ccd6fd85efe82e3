// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** The host's row numbers behind the texts of the api. */
public final class HostIds {
  private HostIds() {}

  /** Reads a number; empty for a text that is none, as nothing of the host has that id. */
  public static OptionalInt find(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** Reads a number; zero, which the host never gives, for a text that is none. */
  public static int of(String text) {
    return find(text).orElse(0);
  }

  /** Reads several; texts that are no numbers are left out. */
  public static List<Integer> list(Collection<String> texts) {
    return texts.stream()
        .map(HostIds::find)
        .filter(OptionalInt::isPresent)
        .map(OptionalInt::getAsInt)
        .toList();
  }
}
