// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.tsunagi.plugin.shared.Malformed;

/** The texts of a request as values. */
final class Requests {
  private Requests() {}

  static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("month は 2026-11 の形で入れてください。");
    }
  }
}
