// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;

/** Numbers of units as people read them. */
public final class HourText {
  private HourText() {}

  /** Returns a number without needless zeros: {@code 105}, {@code 87.5}. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Returns a difference with its sign: {@code −35}, {@code ±0}, {@code ＋70}. */
  public static String signed(BigDecimal number) {
    return switch (number.signum()) {
      case 0 -> "±0";
      case 1 -> "＋" + plain(number);
      default -> "−" + plain(number.negate());
    };
  }
}
