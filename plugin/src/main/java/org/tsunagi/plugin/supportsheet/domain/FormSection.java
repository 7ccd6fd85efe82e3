// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;

/**
 * A section of a part.
 *
 * @param id its id within the part
 * @param label its printed heading
 * @param sharing how far it is shared
 * @param extra whether the paper form has no such section
 * @param aside whether it stands beside the others on the screen
 * @param origin {@code form}, or who added it: {@code school:…}, {@code municipality:…}, {@code
 *     installation} or {@code bundle:…}
 * @param fields its fields in printed order
 */
public record FormSection(
    String id,
    Words label,
    SectionClass sharing,
    boolean extra,
    boolean aside,
    String origin,
    List<FormField> fields) {
  public FormSection {
    fields = List.copyOf(fields);
  }

  /** Returns it with other fields. */
  public FormSection withFields(List<FormField> others) {
    return new FormSection(id, label, sharing, extra, aside, origin, others);
  }
}
