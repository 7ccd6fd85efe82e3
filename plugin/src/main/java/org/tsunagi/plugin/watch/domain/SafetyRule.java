// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries in a row to reach a home, none of which confirmed that the student is safe.
 *
 * <p>Basis: 初中局長通知（令和元年10月25日）2(6)③「児童生徒の安否が確認できない等の場合は、直ちに市町村又は児童相談所への通告を行うほか、警察等に情報提供を行う」. The
 * text gives no number of tries.
 */
final class SafetyRule {
  private SafetyRule() {}

  static List<WatchFinding> find(List<Contact> contacts, int wanted) {
    List<WatchFinding> found = new ArrayList<>();
    List<LocalDate> run = new ArrayList<>();
    for (Contact contact : contacts) {
      if (contact.safe()) {
        end(found, run, wanted, false);
      } else {
        run.add(contact.on());
      }
    }
    end(found, run, wanted, true);
    return found;
  }

  private static void end(List<WatchFinding> found, List<LocalDate> run, int wanted, boolean open) {
    if (run.size() >= wanted) {
      LocalDate raised = run.get(wanted - 1);
      found.add(
          new WatchFinding(WatchRule.SAFETY, "", run.get(0), raised, open, run.size(), 0, run));
    }
    run.clear();
  }
}
