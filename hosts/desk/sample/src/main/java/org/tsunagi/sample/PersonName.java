// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

/**
 * A name with its reading.
 *
 * @param family the family name
 * @param given the given name; empty for people with one name
 * @param familyKana the reading of the family name
 * @param givenKana the reading of the given name; empty for people with one name
 */
record PersonName(String family, String given, String familyKana, String givenKana) {
  /** Reads {@code family given familyKana givenKana}, separated by spaces; the second may lack. */
  static PersonName of(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 2
        ? new PersonName(parts[0], "", parts[1], "")
        : new PersonName(parts[0], parts[1], parts[2], parts[3]);
  }

  /** Returns the reading, for sorting. */
  String kana() {
    return familyKana + "　" + givenKana;
  }
}
