// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.intake.IntakeCounts;

/**
 * What has to be written so that a set of rows is as it shall be.
 *
 * @param added rows that are not there
 * @param changed rows that are there and different
 * @param unchanged how many are there and the same
 */
record Difference<T>(List<T> added, List<T> changed, int unchanged) {
  /** Compares rows by their keys. */
  static <K, T> Difference<T> of(Map<K, T> wanted, Map<K, T> there) {
    List<T> added = new ArrayList<>();
    List<T> changed = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<K, T> entry : wanted.entrySet()) {
      T before = there.get(entry.getKey());
      if (before == null) {
        added.add(entry.getValue());
      } else if (before.equals(entry.getValue())) {
        unchanged++;
      } else {
        changed.add(entry.getValue());
      }
    }
    return new Difference<>(added, changed, unchanged);
  }

  /** Returns the rows that have to be written. */
  List<T> written() {
    List<T> all = new ArrayList<>(added);
    all.addAll(changed);
    return all;
  }

  /** Counts, with a number of rows that were ended and of ended rows that were so already. */
  IntakeCounts counts(int ended, int endedBefore) {
    return new IntakeCounts(added.size(), changed.size(), unchanged + endedBefore, ended);
  }
}
