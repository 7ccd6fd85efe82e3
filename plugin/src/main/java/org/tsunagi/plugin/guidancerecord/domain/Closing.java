// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.Instant;
import org.tsunagi.api.school.SchoolId;

/**
 * A signed closing of a school's year (年度の締め), or an amendment of one; number 1 is the closing,
 * each amendment has the next number and all rows anew.
 *
 * @param school the school
 * @param schoolYear the school year
 * @param number 1 or more
 * @param signedBy who signed
 * @param signedAt when
 * @param note the note of a closing, or the reason of an amendment; empty for none
 * @param waitingConfirmed why days that still wait were closed as absent; empty where none did
 * @param students how many rows
 * @param previousHash the hash of the number before; empty for number 1
 * @param hash SHA-256 of the canonical content, in hexadecimal
 */
public record Closing(
    SchoolId school,
    int schoolYear,
    int number,
    Signature signedBy,
    Instant signedAt,
    String note,
    String waitingConfirmed,
    int students,
    String previousHash,
    String hash) {
  /**
   * Who signed.
   *
   * @param id the account
   * @param name the name
   * @param title the title (職名)
   */
  public record Signature(String id, String name, String title) {}

  /** Returns the same closing with its hash. */
  public Closing withHash(String wanted) {
    return new Closing(
        school,
        schoolYear,
        number,
        signedBy,
        signedAt,
        note,
        waitingConfirmed,
        students,
        previousHash,
        wanted);
  }
}
