// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

/** Why no granted decision covers a day of learning elsewhere. */
public enum CreditingGap {
  /** Nobody applied for this kind on this day. */
  NO_APPLICATION,
  /** An application covers the day, and the principal has not decided yet. */
  UNDECIDED,
  /** The principal did not allow it, or took a decision back. */
  REFUSED,
  /** The kind and the place were granted, for other days than this one. */
  OTHER_DAYS,
  /** The kind was granted on this day, at another facility. */
  OTHER_PLACE,
  /** The kind was granted on this day at facilities, and the mark names none. */
  PLACE_OPEN,
  /** Another kind was granted on this day. */
  OTHER_KIND
}
