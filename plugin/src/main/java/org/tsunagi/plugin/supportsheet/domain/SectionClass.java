// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Arrays;
import java.util.Optional;

/** How far a section of the sheet is shared; what may be read and written follows from it. */
public enum SectionClass {
  /** For all who may read the sheet. */
  GENERAL("general"),
  /** Class I: family, disability, health. */
  SENSITIVE("sensitive"),
  /** The plan: wishes, goals, measures, agreements. */
  PLAN("plan");

  private final String code;

  SectionClass(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Finds the class of a text code. */
  public static Optional<SectionClass> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
