// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

/**
 * A table that holds rows about a child at a school.
 *
 * @param kind what the rows are, as a key of the words, for example {@code sheets}
 * @param name the table's name
 * @param condition which rows are the child's: a constant of SQL with {@code ?} for the school and
 *     then for the student
 * @param atEnd what becomes of them when the time is over
 * @param columns the columns that are listed: a constant of SQL, {@code *} for all
 */
public record HeldTable(String kind, String name, String condition, AtEnd atEnd, String columns) {
  /** The usual condition: rows with the school's and the student's id. */
  public static final String BY_ID = "school_id = ? AND student_id = ?";

  /** Makes a table of which all columns are listed. */
  public HeldTable(String kind, String name, String condition, AtEnd atEnd) {
    this(kind, name, condition, atEnd, "*");
  }

  /** Returns it with some columns listed only: the others hold no text. */
  public HeldTable listed(String some) {
    return new HeldTable(kind, name, condition, atEnd, some);
  }

  /** What becomes of rows. */
  public enum AtEnd {
    /** They are destroyed. */
    DESTROYED,
    /** They copy the host's own records and go when the host lets these go. */
    WITH_HOST,
    /** They seal or prove something that must stay whole; docs/integrator.md says why. */
    KEPT_AS_PROOF
  }

  /** Returns a table with the usual condition, whose rows are destroyed. */
  public static HeldTable of(String kind, String name) {
    return new HeldTable(kind, name, BY_ID, AtEnd.DESTROYED);
  }

  /** Returns a table with a condition of its own, whose rows are destroyed. */
  public static HeldTable of(String kind, String name, String condition) {
    return new HeldTable(kind, name, condition, AtEnd.DESTROYED);
  }
}
