// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a suspension for an infectious disease ends.
 *
 * @param state how far it is known
 * @param firstDay the first day on which the child may come; empty while it isn't known
 * @param notBefore the earliest day that is possible while something is still unknown
 * @param reasons how it was reckoned, in sentences
 * @param missing what is still to be told, by its name in formats
 * @param basis the law
 */
public record SuspensionEnd(
    State state,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> notBefore,
    List<String> reasons,
    List<String> missing,
    String basis) {
  public SuspensionEnd {
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
  }

  /** How far the end is known. */
  public enum State {
    /** A day is known. */
    KNOWN,
    /** Something is still to be told. */
    WAITING,
    /** Only a doctor can say. */
    DOCTOR
  }
}
