// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.List;

/**
 * An item of the guideline for private facilities (民間施設についてのガイドライン). It is noted in words; there is
 * no score.
 *
 * <p>Basis: 元文科初第698号 別添3.
 *
 * @param id its id, for example {@code C3-2}
 * @param number the number as the guideline prints it
 * @param heading the heading it stands under
 * @param text the sentence
 * @param only {@code residential} or {@code counselling} where it speaks of such facilities only;
 *     else empty
 */
public record AssessmentItem(String id, String number, String heading, String text, String only) {
  /** Lists those of the items that speak of a facility. */
  public static List<AssessmentItem> of(
      List<AssessmentItem> items, boolean residential, boolean counselling) {
    return items.stream()
        .filter(item -> residential || !item.only().equals("residential"))
        .filter(item -> counselling || !item.only().equals("counselling"))
        .toList();
  }
}
