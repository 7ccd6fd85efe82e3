// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections of one class in one part of the sheet: what a consent can name.
 *
 * @param part the key of the part, for example {@code common} or {@code a-2026}
 * @param sectionClass {@code general}, {@code sensitive} or {@code plan}
 */
public record ItemGroup(String part, String sectionClass) {
  /** Returns the text under which it is stored, for example {@code common:general}. */
  public String text() {
    return part + ":" + sectionClass;
  }

  /** Reads a text; empty where it names no group. */
  public static Optional<ItemGroup> find(String text) {
    int colon = text.indexOf(':');
    return colon <= 0 || colon == text.length() - 1
        ? Optional.empty()
        : Optional.of(new ItemGroup(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** Reads texts; those that name no group are left out. */
  public static List<ItemGroup> list(List<String> texts) {
    return texts.stream().flatMap(text -> find(text).stream()).distinct().toList();
  }

  /** Lists the groups that a sheet has, in its order. */
  public static List<ItemGroup> of(List<SharedPart> parts) {
    List<ItemGroup> groups = new ArrayList<>();
    for (SharedPart part : parts) {
      for (SharedPart.Section section : part.sections()) {
        ItemGroup group = new ItemGroup(part.key(), section.sectionClass());
        if (!groups.contains(group)) {
          groups.add(group);
        }
      }
    }
    return groups;
  }
}
