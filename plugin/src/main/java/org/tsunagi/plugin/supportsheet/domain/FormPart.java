// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part of the form: what can stand on it, in printed order.
 *
 * @param kind which part
 * @param label its printed title
 * @param sections its sections in printed order
 */
public record FormPart(SheetKind kind, Words label, List<FormSection> sections) {
  public FormPart {
    sections = List.copyOf(sections);
  }

  /** Lists all fields in printed order. */
  public List<FormField> fields() {
    return sections.stream().flatMap(section -> section.fields().stream()).toList();
  }

  /** Finds a field. */
  public Optional<FormField> field(String id) {
    return fields().stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /** Tells whether people can write in a field of this id, or beside a reflected one. */
  public boolean holds(String id) {
    return field(id).filter(FormField::writable).isPresent()
        || Remark.place(id).flatMap(place -> Remark.words(this, place)).isPresent();
  }

  /** Returns it with the wanted sections only. */
  public FormPart only(Predicate<FormSection> wanted) {
    return new FormPart(kind, label, sections.stream().filter(wanted).toList());
  }

  /** Returns it with sections more. */
  public FormPart plus(List<FormSection> others) {
    List<FormSection> all = new ArrayList<>(sections);
    all.addAll(others);
    return new FormPart(kind, label, all);
  }

  /** Returns it with another field in place of the one of the same id. */
  public FormPart with(FormField other) {
    return new FormPart(
        kind,
        label,
        sections.stream()
            .map(
                section ->
                    section.withFields(
                        section.fields().stream()
                            .map(field -> field.id().equals(other.id()) ? other : field)
                            .toList()))
            .toList());
  }
}
