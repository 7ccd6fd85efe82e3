// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of the form.
 *
 * @param id its id within the part
 * @param label its printed word
 * @param hint what to write, printed small beside it or said by the screen; may be no words
 * @param type how it is filled
 * @param longest the most characters
 * @param needs the kinds of need for which it is meant (※); none means for all
 * @param source where a reflected or counted field comes from; empty for the others
 * @param printsZero whether the paper form reflects it (自動で反映)
 * @param fallback whether people may write while the source has nothing
 * @param extra whether the paper form has no such field
 * @param with the field that is shown beside it, a reading for example; empty for none
 * @param width its place on the screen, in twelfths
 * @param choices what can be chosen
 * @param table the shape of a table
 */
public record FormField(
    String id,
    Words label,
    Words hint,
    FieldType type,
    int longest,
    Set<Need> needs,
    String source,
    boolean printsZero,
    boolean fallback,
    boolean extra,
    String with,
    int width,
    List<Choice> choices,
    Optional<FormTable> table) {
  public FormField {
    needs = Set.copyOf(needs);
    choices = List.copyOf(choices);
  }

  /**
   * Something that can be chosen.
   *
   * @param id what is stored
   * @param label what is shown
   */
  public record Choice(String id, Words label) {}

  /** Makes a long text for all children, beyond the paper form. */
  public static FormField prose(String id, Words label) {
    FieldType type = FieldType.PROSE;
    return new FormField(
        id,
        label,
        Words.NONE,
        type,
        type.longest(),
        Set.of(),
        "",
        false,
        false,
        true,
        "",
        12,
        List.of(),
        Optional.empty());
  }

  /** Tells whether people write in it, while its source has nothing at least. */
  public boolean writable() {
    return fallback || (type != FieldType.REFLECTED && type != FieldType.COUNTED);
  }

  /** Returns it under another id. */
  public FormField named(String other) {
    return new FormField(
        other,
        label,
        hint,
        type,
        longest,
        needs,
        source,
        printsZero,
        fallback,
        extra,
        with,
        width,
        choices,
        table);
  }

  /** Returns it with another shape of its table. */
  public FormField withTable(FormTable other) {
    return new FormField(
        id,
        label,
        hint,
        type,
        longest,
        needs,
        source,
        printsZero,
        fallback,
        extra,
        with,
        width,
        choices,
        Optional.of(other));
  }
}
