// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

/** Something to know of a day beside its class. */
public enum DayFlag {
  LATE,
  EARLY,
  SEPARATE_ROOM,
  /** 出席扱い in force. */
  CREDITED,
  /** A credited day of an activity, in no row of the sheet. */
  ACTIVITY,
  /** Learned elsewhere, but no granted decision covers the day: absent, 判断待ち. */
  PENDING,
  /** Learned elsewhere, and the principal refused to credit it: absent. */
  REFUSED,
  /** Covered by a decision, but short of the local rule for ICT days: absent. */
  ICT_SHORT,
  /** An exempt mark that no acceptance covers: absent, unless a closure exempts the day anyway. */
  UNACCEPTED,
  /** Planned, but the whole grade was closed. */
  GRADE_CLOSED,
  /** The student's homeroom or group was closed. */
  CLOSED,
  ONLINE_HELD,
  ONLINE_TAKEN_PART
}
