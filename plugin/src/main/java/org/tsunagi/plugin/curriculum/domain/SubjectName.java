// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * A statutory subject with the names by which papers call it.
 *
 * @param name the name in the standard table
 * @param stages where it is taught
 * @param names further names that are as good
 * @param aliases abbreviations, which are told of where they are used
 */
public record SubjectName(
    String name, Set<Stage> stages, List<String> names, List<String> aliases) {
  public SubjectName {
    stages = Set.copyOf(stages);
    names = List.copyOf(names);
    aliases = List.copyOf(aliases);
  }

  /** Tells whether a written name is one of the full ones. */
  public boolean isCalled(String written) {
    return matches(name, written) || names.stream().anyMatch(one -> matches(one, written));
  }

  /** Tells whether a written name is an abbreviation. */
  public boolean isAbbreviatedTo(String written) {
    return aliases.stream().anyMatch(one -> matches(one, written));
  }

  private static boolean matches(String name, String written) {
    return plain(name).equals(plain(written));
  }

  /** Returns a name without differences of width, spaces and middle dots. */
  public static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s・･]", "");
  }
}
