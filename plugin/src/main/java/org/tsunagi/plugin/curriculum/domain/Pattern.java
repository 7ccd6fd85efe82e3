// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

/**
 * A pattern of a special curriculum (特別な教育課程の編成のパターン).
 *
 * @param code its code, {@code 1} for ①
 * @param name its name in the guide
 * @param category what it does to content and hours
 * @param derived whether a table of hours shows it; the others are declared
 */
public record Pattern(String code, String name, Category category, boolean derived) {
  /**
   * The category (区分).
   *
   * <p>{@code A} keeps content and total hours, {@code B} cuts one of them or shortens the unit,
   * and {@code NONE} follows the standard.
   */
  public enum Category {
    NONE,
    A,
    B
  }
}
