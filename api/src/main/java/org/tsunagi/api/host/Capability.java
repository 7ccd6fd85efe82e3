// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.host;

/** Something a host may or may not be able to do. */
public enum Capability {
  /** Marks can be written through {@code AttendanceBook.write}. */
  WRITE_MARKS,
  /** Days can be written through {@code SchoolCalendar.write}. */
  WRITE_CALENDAR,
  /** A roster can be received through {@code RosterIntake}. */
  RECEIVE_ROSTER,
  /** The register's taken days are kept per homeroom. */
  TAKEN_PER_HOMEROOM,
  /** Feeds are called inside the transaction that changes the host's data. */
  SAME_TRANSACTION,
  /** The host keeps periods and timetables. */
  TIMETABLE,
  /** A student's own timetable can be published to the host. */
  PUBLISH_TIMETABLE,
  /** Readings (kana) of names are kept. */
  KANA,
  /** Special-needs homerooms can be told from others. */
  SPECIAL_NEEDS
}
