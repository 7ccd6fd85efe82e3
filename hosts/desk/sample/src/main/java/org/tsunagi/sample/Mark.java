// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

/**
 * What one cell of the register says; plain presence has no mark.
 *
 * @param code the attendance code
 * @param detail what the remark names; empty when nothing
 * @param facility the facility's id; empty when none
 * @param place where; empty when not told
 * @param minutes minutes of learning with ICT; 0 when none
 * @param visit whether a visit was made that day
 * @param onlineSpecial whether the student took part in an online lesson
 */
record Mark(
    String code,
    String detail,
    String facility,
    String place,
    int minutes,
    boolean visit,
    boolean onlineSpecial) {
  static Mark of(String code) {
    return of(code, "");
  }

  static Mark of(String code, String detail) {
    return new Mark(code, detail, "", "", 0, false, false);
  }

  static Mark at(String code, String place) {
    return new Mark(code, "", "", place, 0, false, false);
  }

  static Mark facility(String code, String facility, String place) {
    return new Mark(code, "", facility, place, 0, false, false);
  }

  static Mark ict(int minutes, boolean visit) {
    return new Mark("CREDITED_ICT", "", "", "", minutes, visit, false);
  }

  static Mark online() {
    return new Mark("ONLINE_SPECIAL", "", "", "", 0, false, true);
  }
}
