// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.time.Instant;
import org.tsunagi.api.roster.StudentId;

/**
 * An attached file without its content.
 *
 * @param id its id
 * @param student whose it is
 * @param place where it is attached
 * @param name the name under which it is kept
 * @param kind what it is
 * @param bytes its size
 * @param sha256 the hash of its content, 64 hexadecimal digits
 * @param addedById the id of who attached it
 * @param addedBy the name
 * @param addedTitle the title (職名) under which they did
 * @param addedAt when
 * @param voidedBy the name of who voided it; empty while it is in force
 * @param voidReason why it was voided; empty while it is in force
 */
public record Attachment(
    String id,
    StudentId student,
    Place place,
    String name,
    FileKind kind,
    int bytes,
    String sha256,
    String addedById,
    String addedBy,
    String addedTitle,
    Instant addedAt,
    String voidedBy,
    String voidReason) {
  /**
   * Where a file is attached.
   *
   * @param kind {@code sheet} or {@code evidence}
   * @param key the part of the sheet, or the entry of evidence
   * @param section the section of the part; empty for evidence
   * @param sharing the class of the section when the file was attached; empty for evidence
   */
  public record Place(String kind, String key, String section, String sharing) {
    /** Returns a section of a part of the sheet. */
    public static Place ofSheet(String part, String section, String sharing) {
      return new Place("sheet", part, section, sharing);
    }

    /** Returns an entry of evidence. */
    public static Place ofEvidence(String entry) {
      return new Place("evidence", entry, "", "");
    }
  }

  /** Tells whether it was voided. */
  public boolean voided() {
    return !voidReason.isEmpty();
  }
}
