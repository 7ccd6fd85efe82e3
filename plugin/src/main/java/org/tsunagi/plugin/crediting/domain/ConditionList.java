// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions that a principal holds against learning elsewhere before crediting it (出席扱いの要件).
 *
 * <p>Basis: 元文科初第698号 別記1・別記2. A list of a municipality or a school may say more, or say it in its
 * own words; the wish to come back to school is never a condition.
 *
 * @param id the stable id of the list, for example {@code facility}
 * @param title its name, for example 別記1
 * @param basis the law or notice it stands on
 * @param stage the stages it is for, as words of a choice: {@code compulsory} (小・中), {@code upper}
 *     (高), {@code all}
 * @param conditions the conditions in the order of the text, one at least
 */
public record ConditionList(
    String id, String title, String basis, String stage, List<Condition> conditions) {
  public ConditionList {
    conditions = List.copyOf(conditions);
    if (!id.matches("[a-z][A-Za-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("a list's id is 1-64 letters, digits or -");
    }
    if (title.isBlank() || basis.isBlank() || conditions.isEmpty()) {
      throw new IllegalArgumentException("a list needs a title, a basis and a condition");
    }
    Set<String> ids = new HashSet<>();
    for (Condition condition : conditions) {
      if (!ids.add(condition.id())) {
        throw new IllegalArgumentException("a condition stands twice: " + condition.id());
      }
    }
  }

  /**
   * One condition.
   *
   * @param id the stable id by which applications keep their answer
   * @param number its number as the text prints it, for example {@code (1)}; empty for none
   * @param text what has to be so, in the words of the text
   * @param required whether nothing is credited without it
   * @param forAssessment whether it is about entering results of learning (学習評価) and not about
   *     crediting days; such a one never holds up a decision on days
   * @param hint what to look at before ticking it; empty for none
   * @param appliesTo the sheet rows {@code "1"}–{@code "8"} or ids of credited codes for which it
   *     is asked; empty for every one the list is used for
   */
  public record Condition(
      String id,
      String number,
      String text,
      boolean required,
      boolean forAssessment,
      String hint,
      List<String> appliesTo) {
    public Condition {
      appliesTo = List.copyOf(appliesTo);
      if (!id.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") || text.isBlank()) {
        throw new IllegalArgumentException("a condition needs an id and a text");
      }
    }

    /** Tells whether it is asked for a kind: a sheet row's number or the id of a code. */
    public boolean asksFor(String kind) {
      return appliesTo.isEmpty() || appliesTo.contains(kind);
    }
  }

  /** Finds a condition by its id. */
  public Optional<Condition> find(String condition) {
    return conditions.stream().filter(one -> one.id().equals(condition)).findFirst();
  }

  /** Lists the conditions that are asked for a kind. */
  public List<Condition> of(String kind) {
    return conditions.stream().filter(one -> one.asksFor(kind)).toList();
  }
}
