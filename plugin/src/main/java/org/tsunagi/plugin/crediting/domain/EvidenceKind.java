// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.Optional;

/** What an entry of evidence tells of. */
public enum EvidenceKind {
  /** A day at a facility, as its monthly report lists it. */
  FACILITY_DAY("facilityDay"),
  /** Learning with ICT, with its minutes. */
  ICT("ict"),
  /** A visit or another meeting face to face. */
  VISIT("visit"),
  /** A report to the principal. */
  REPORT("report"),
  /** A liaison meeting (連絡会). */
  MEETING("meeting");

  private final String code;

  EvidenceKind(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code visit}. */
  public String code() {
    return code;
  }

  /** Finds the kind of a text code. */
  public static Optional<EvidenceKind> find(String code) {
    for (EvidenceKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
