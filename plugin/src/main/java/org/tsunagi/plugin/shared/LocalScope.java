// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import java.util.Comparator;
import java.util.Optional;

/**
 * For whom something is set: the whole installation, a municipality (市区町村) or a school. What is set
 * for the smaller one stands before what is set for the larger one.
 *
 * @param kind how large it is
 * @param id the municipality's name or the school's id; empty for the installation
 */
public record LocalScope(Kind kind, String id) implements Comparable<LocalScope> {
  /** The whole installation. */
  public static final LocalScope INSTALLATION = new LocalScope(Kind.INSTALLATION, "");

  private static final Comparator<LocalScope> SMALLEST_FIRST =
      Comparator.comparing(LocalScope::kind).thenComparing(LocalScope::id);

  public LocalScope {
    if ((kind == Kind.INSTALLATION) != id.isEmpty()) {
      throw new IllegalArgumentException("a municipality or a school needs its id");
    }
  }

  /** Returns the scope of a school. */
  public static LocalScope ofSchool(String school) {
    return new LocalScope(Kind.SCHOOL, school);
  }

  /** Returns the scope of a municipality, by its name. */
  public static LocalScope ofMunicipality(String municipality) {
    return new LocalScope(Kind.MUNICIPALITY, municipality);
  }

  /** Tells whether it covers a school of a municipality; an unknown municipality is empty. */
  public boolean covers(String municipality, String school) {
    return switch (kind) {
      case SCHOOL -> id.equals(school);
      case MUNICIPALITY -> id.equals(municipality);
      case INSTALLATION -> true;
    };
  }

  /** Orders the smaller one first. */
  @Override
  public int compareTo(LocalScope other) {
    return SMALLEST_FIRST.compare(this, other);
  }

  /** How large a scope is, smallest first. */
  public enum Kind {
    SCHOOL("school"),
    MUNICIPALITY("municipality"),
    INSTALLATION("installation");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code school}. */
    public String code() {
      return code;
    }

    /** Finds the kind of a text code. */
    public static Optional<Kind> find(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
