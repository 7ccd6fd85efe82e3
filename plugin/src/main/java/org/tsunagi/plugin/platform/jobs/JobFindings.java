// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.shared.Finding;

/** Collects findings; keeps the first {@value #KEPT} and counts the rest. */
public final class JobFindings {
  /** How many are kept. */
  public static final int KEPT = 200;

  private final List<JobFinding> kept = new ArrayList<>();
  private final Set<String> said = new LinkedHashSet<>();
  private int count;
  private int refusing;
  private int refusedRows;
  private String lastRow = "";

  /** Adds one; an error is kept in place of a notice when the room is full. */
  public void add(JobFinding finding) {
    count++;
    if (finding.refuses()) {
      refusing++;
      noteRow(finding);
    }
    if (kept.size() < KEPT) {
      kept.add(finding);
    } else if (finding.refuses()) {
      for (int i = kept.size() - 1; i >= 0; i--) {
        if (!kept.get(i).refuses()) {
          kept.remove(i);
          kept.add(finding);
          return;
        }
      }
    }
  }

  /** Adds one unless one with the same key was added this way before. */
  public void addOnce(String key, JobFinding finding) {
    if (said.add(key)) {
      add(finding);
    }
  }

  private void noteRow(JobFinding finding) {
    String row = finding.file() + ":" + finding.line();
    if (finding.line() > 0 && !row.equals(lastRow)) {
      refusedRows++;
      lastRow = row;
    }
  }

  /** Returns how many there were. */
  public int count() {
    return count;
  }

  /** Returns how many of them refuse the file. */
  public int errors() {
    return refusing;
  }

  /** Tells whether one of them refuses the file. */
  public boolean refuse() {
    return refusing > 0;
  }

  /** Returns how many rows had an error. */
  public int refusedRows() {
    return refusedRows;
  }

  /** Lists what is kept; the last one says how many more there were. */
  public List<JobFinding> list() {
    List<JobFinding> all = new ArrayList<>(kept);
    int more = count - kept.size();
    if (more > 0) {
      all.add(
          new JobFinding(
              Finding.Severity.NOTICE,
              "MORE_FINDINGS",
              "",
              0,
              "",
              "このほかに" + more + "件あります。上の" + kept.size() + "件を直してから、もう一度取り込んでください。",
              ""));
    }
    return all;
  }
}
