// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.List;

/** Running sums of one period. */
final class Sums {
  private final int[] byRow = new int[9];
  private int exempt;
  private int absent;
  private int present;
  private int unknown;
  private int late;
  private int early;
  private int separateRoom;
  private int credited;
  private int activity;
  private int onlineHeld;
  private int onlineTakenPart;

  void add(DayVerdict day) {
    switch (day.dayClass()) {
      case NO_SCHOOL -> {}
      case EXEMPT -> exempt++;
      case ABSENT -> absent++;
      case PRESENT -> present++;
      case UNKNOWN -> unknown++;
    }
    if (day.flags().isEmpty()) {
      return;
    }
    byRow[day.sheetRow()]++;
    for (DayFlag flag : day.flags()) {
      addFlag(flag);
    }
  }

  private void addFlag(DayFlag flag) {
    switch (flag) {
      case LATE -> late++;
      case EARLY -> early++;
      case SEPARATE_ROOM -> separateRoom++;
      case CREDITED -> credited++;
      case ACTIVITY -> activity++;
      case ONLINE_HELD -> onlineHeld++;
      case ONLINE_TAKEN_PART -> onlineTakenPart++;
      case PENDING, REFUSED, ICT_SHORT, UNACCEPTED, GRADE_CLOSED, CLOSED -> {}
    }
  }

  /** Returns 欠席日数（出席扱いを含む）. */
  int absentIncludingCredited() {
    int sum = absent;
    for (int row = 1; row <= 8; row++) {
      sum += byRow[row];
    }
    return sum;
  }

  Tally tally(int cumulative) {
    int required = present + absent + unknown;
    List<Integer> rows = new ArrayList<>(8);
    for (int row = 1; row <= 8; row++) {
      rows.add(byRow[row]);
    }
    return new Tally(
        required + exempt,
        exempt,
        required,
        absent,
        present,
        credited,
        late,
        early,
        separateRoom,
        cumulative,
        rows,
        activity,
        onlineHeld,
        onlineTakenPart,
        unknown);
  }
}
