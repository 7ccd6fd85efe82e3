// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.shared.Finding;

/** Findings by their severity. */
public final class Complaints {
  private Complaints() {}

  /** Returns a finding that refuses the file. */
  public static JobFinding error(
      String code, String file, long line, String column, String message, String value) {
    return new JobFinding(Finding.Severity.ERROR, code, file, line, column, message, value);
  }

  /** Returns a finding that lets the file pass but should be looked at. */
  public static JobFinding warning(
      String code, String file, long line, String column, String message, String value) {
    return new JobFinding(Finding.Severity.WARNING, code, file, line, column, message, value);
  }

  /** Returns a finding that only tells. */
  public static JobFinding notice(
      String code, String file, long line, String column, String message, String value) {
    return new JobFinding(Finding.Severity.NOTICE, code, file, line, column, message, value);
  }
}
