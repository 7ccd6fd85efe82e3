// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.util.List;

/** What is attached to the sections of a part, as pages and papers list it. It checks no rights. */
public interface PartFiles {
  /** Lists the files of a part that its reader may know of, voided ones included. */
  List<Line> list(OpenPart open);

  /** Returns the most megabytes of a file. */
  int megabytes();

  /**
   * A file.
   *
   * @param id its id
   * @param section the section to which it is attached
   * @param name its name
   * @param kind what it is, in a word
   * @param bytes its size
   * @param addedBy who attached it, with the title
   * @param addedAt when
   * @param voidedBy who voided it; empty while it is in force
   * @param voidReason why; empty while it is in force
   */
  record Line(
      String id,
      String section,
      String name,
      String kind,
      int bytes,
      String addedBy,
      Instant addedAt,
      String voidedBy,
      String voidReason) {
    /** Tells whether it was voided. */
    public boolean voided() {
      return !voidReason.isEmpty();
    }

    /** Returns its size in words. */
    public String size() {
      return bytes < 1 << 20
          ? Math.max(1, bytes >> 10) + "KB"
          : (bytes + (1 << 19)) / (1 << 20) + "MB";
    }
  }
}
