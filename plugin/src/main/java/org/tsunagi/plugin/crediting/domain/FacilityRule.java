// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

/**
 * Names the place of a facility in 備考.
 *
 * <p>Basis: 指導要録の手引 Q11 (施設名と所在市町名、県外の施設の場合は都道府県名).
 */
public final class FacilityRule {
  private FacilityRule() {}

  /**
   * Returns the municipality of a facility in the school's prefecture, else its prefecture. Where
   * one of the two prefectures is not known, the municipality.
   *
   * @param homePrefecture the school's prefecture; empty when not told
   */
  public static String place(Facility facility, String homePrefecture) {
    boolean elsewhere =
        !facility.prefecture().isBlank()
            && !homePrefecture.isBlank()
            && !facility.prefecture().equals(homePrefecture);
    return elsewhere ? facility.prefecture() : facility.municipality();
  }
}
