// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

/**
 * What a day is for one student.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」; a day has exactly one class.
 */
public enum DayClass {
  /** Not a day of lessons for the grade: outside 授業日数. */
  NO_SCHOOL,
  /** 出席停止・忌引等. */
  EXEMPT,
  /** 欠席. */
  ABSENT,
  /** 出席, with the credited days inside. */
  PRESENT,
  /** A blank on a day whose register was not taken: required, but neither absent nor present. */
  UNKNOWN
}
