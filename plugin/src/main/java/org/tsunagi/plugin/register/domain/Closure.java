// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A temporary closure (臨時休業) of a school, a grade, a homeroom or a group.
 *
 * @param id its id, for the explanation
 * @param scope how much of the school is closed
 * @param target the homeroom's id or the group's name; empty for a school or a grade
 * @param days the closed days; days that are not planned don't matter
 * @param basis the ground
 * @param reason the reason in words, such as {@code 大雨}; empty when none
 * @param onlineLessons whether online lessons were held for the closed ones
 */
public record Closure(
    String id,
    Scope scope,
    String target,
    List<DateRange> days,
    Basis basis,
    String reason,
    boolean onlineLessons) {
  public Closure {
    days = List.copyOf(days);
    if (target.isBlank() && (scope == Scope.HOMEROOM || scope == Scope.GROUP)) {
      throw new IllegalArgumentException("a closure of a homeroom or a group needs its target");
    }
  }

  /** How much of a school is closed. */
  public enum Scope {
    SCHOOL("school"),
    GRADE("grade"),
    HOMEROOM("homeroom"),
    GROUP("group");

    private final String code;

    Scope(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code homeroom}. */
    public String code() {
      return code;
    }

    /** Finds the scope of a text code. */
    public static Optional<Scope> find(String code) {
      for (Scope scope : values()) {
        if (scope.code.equals(code)) {
          return Optional.of(scope);
        }
      }
      return Optional.empty();
    }
  }

  /** The ground of a closure. */
  public enum Basis {
    ART20("ART20", "学校保健安全法20条"),
    ART63("ART63", "学校教育法施行規則63条"),
    STAGGERED("STAGGERED", "学校保健安全法20条（分散登校）");

    private final String code;
    private final String law;

    Basis(String code, String law) {
      this.code = code;
      this.law = law;
    }

    /** Returns the text code, for example {@code ART20}. */
    public String code() {
      return code;
    }

    /** Returns the article, for people. */
    public String law() {
      return law;
    }

    /** Finds the basis of a text code. */
    public static Optional<Basis> find(String code) {
      for (Basis basis : values()) {
        if (basis.code.equals(code)) {
          return Optional.of(basis);
        }
      }
      return Optional.empty();
    }
  }
}
