// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/** Says that something was there and may not be given any more (410), with the reason. */
public class Gone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /** Makes one. */
  public Gone(Finding finding) {
    super("gone", null, false, false);
    this.finding = finding;
  }

  /** Returns the reason, without personal data. */
  public Finding finding() {
    return finding;
  }
}
