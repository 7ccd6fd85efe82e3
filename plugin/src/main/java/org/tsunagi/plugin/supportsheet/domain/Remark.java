// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import java.util.Optional;

/**
 * A remark that people write beside a reflected cell (注). What is reflected is never typed over: a
 * school that knows better says so beside it. Remarks are texts of the content like others, so that
 * they stand in every version; their id is the cell's place with a tilde.
 */
public final class Remark {
  /** The most characters of a remark. */
  public static final int LONGEST = 200;

  private static final String MARK = "~";

  private Remark() {}

  /** Returns the id of the remark beside a place. */
  public static String id(String place) {
    return place + MARK;
  }

  /** Returns the place beside which a remark stands; empty for what is no remark. */
  public static Optional<String> place(String id) {
    return id.endsWith(MARK)
        ? Optional.of(id.substring(0, id.length() - MARK.length()))
        : Optional.empty();
  }

  /** Returns the printed words of a place where a part reflects something; empty where not. */
  public static Optional<String> words(FormPart part, String place) {
    List<String> names = List.of(place.split("/", -1));
    Optional<FormField> field = part.field(names.get(0));
    if (names.size() == 1) {
      return field.filter(one -> one.type() == FieldType.REFLECTED).map(one -> one.label().ja());
    }
    return names.size() != 3
        ? Optional.empty()
        : field
            .flatMap(FormField::table)
            .flatMap(table -> table.line(names.get(1)))
            .filter(line -> line.reflected().containsKey(names.get(2)))
            .map(line -> field.orElseThrow().label().ja() + " " + line.label().ja());
  }
}
