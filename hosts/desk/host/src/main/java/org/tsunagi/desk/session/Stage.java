// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

/** How far a sign-in has come; only a full session may see anything. */
public enum Stage {
  /** The password was right; the second factor is still asked for. */
  FACTOR("factor"),
  /** An issued password must be changed first. */
  CHANGE("change"),
  /** A second factor must be set up first. */
  ENROL("enrol"),
  /** Signed in. */
  FULL("full");

  private final String code;

  Stage(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  static Stage of(String code) {
    for (Stage stage : values()) {
      if (stage.code.equals(code)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("unknown stage");
  }
}
