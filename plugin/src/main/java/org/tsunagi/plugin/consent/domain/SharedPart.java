// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.util.List;

/**
 * A part of a child's sheet as it would be handed over: what is written, in printed order.
 *
 * @param key the key of the part, for example {@code common} or {@code a-2026}
 * @param label the printed name of the part
 * @param sections the sections in which something is written
 */
public record SharedPart(String key, String label, List<Section> sections) {
  private static final String SENSITIVE = "sensitive";

  public SharedPart {
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param id its id
   * @param label its printed name
   * @param sectionClass {@code general}, {@code sensitive} or {@code plan}
   * @param fields what is written in it
   */
  public record Section(String id, String label, String sectionClass, List<Field> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field with its text; a table is one line a row.
   *
   * @param id its id
   * @param label its printed name
   * @param text what is written
   */
  public record Field(String id, String label, String text) {}

  /** Tells whether parts hold a section of class I. */
  public static boolean holdsSensitive(List<SharedPart> parts) {
    return parts.stream()
        .flatMap(part -> part.sections().stream())
        .anyMatch(one -> one.sectionClass().equals(SENSITIVE));
  }

  /** Returns the parts with other words in place of what stands in sections of class I. */
  public static List<SharedPart> veil(List<SharedPart> parts, String words) {
    return parts.stream()
        .map(
            part ->
                new SharedPart(
                    part.key(),
                    part.label(),
                    part.sections().stream().map(one -> veil(one, words)).toList()))
        .toList();
  }

  private static Section veil(Section section, String words) {
    return section.sectionClass().equals(SENSITIVE)
        ? new Section(
            section.id(),
            section.label(),
            section.sectionClass(),
            section.fields().stream()
                .map(field -> new Field(field.id(), field.label(), words))
                .toList())
        : section;
  }

  /** Returns the parts with only the sections that a range names; empty parts go. */
  public static List<SharedPart> select(List<SharedPart> parts, List<ItemGroup> scope) {
    return parts.stream()
        .map(
            part ->
                new SharedPart(
                    part.key(),
                    part.label(),
                    part.sections().stream()
                        .filter(
                            one -> scope.contains(new ItemGroup(part.key(), one.sectionClass())))
                        .toList()))
        .filter(part -> !part.sections().isEmpty())
        .toList();
  }
}
