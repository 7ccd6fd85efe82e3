// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

/** The people of the sample school that the tests tell of; all fictional. */
final class Story {
  /** 水野 あかり, 2年2組 24番 of the junior-high school. */
  static final String STUDENT = "st-2019-024";

  /** Her homeroom in the school year 2026. */
  static final String HOMEROOM = "cl-2026-J2-2";

  /** Her homeroom teacher's user name. */
  static final String TEACHER = "sasaki.haruka";

  private Story() {}
}
