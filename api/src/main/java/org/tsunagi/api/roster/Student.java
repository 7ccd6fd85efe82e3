// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A student (児童生徒).
 *
 * @param id the host's identifier
 * @param familyName family name as written in the school's register
 * @param givenName given name; empty for people with one name
 * @param familyKana reading of the family name, hiragana or katakana; empty when unknown
 * @param givenKana reading of the given name; empty when unknown
 * @param sex {@code male}, {@code female}, {@code other} or {@code unspecified}
 * @param birthDate date of birth
 * @param number the school's own number of the student (学籍番号); empty when none
 * @param guardians guardians, the first one to be contacted first
 */
public record Student(
    StudentId id,
    String familyName,
    String givenName,
    String familyKana,
    String givenKana,
    String sex,
    Optional<LocalDate> birthDate,
    String number,
    List<Guardian> guardians) {
  public Student {
    guardians = List.copyOf(guardians);
  }

  /** Returns family and given name with an ideographic space between them. */
  public String name() {
    return givenName.isEmpty() ? familyName : familyName + "　" + givenName;
  }

  /** Returns the reading with an ideographic space between the parts; empty when unknown. */
  public String kana() {
    return (familyKana + "　" + givenKana).strip();
  }
}
