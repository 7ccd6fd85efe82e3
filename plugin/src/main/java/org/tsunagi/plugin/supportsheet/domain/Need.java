// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of need for which a child has the sheet. A child may have several at once.
 *
 * <p>Basis: 29文科初第1779号（支援計画を一つにまとめて作成する）.
 */
public enum Need {
  /** 不登校など、長く休んでいる児童生徒. */
  ABSENCE("absence"),
  /** 障害のある児童生徒（個別の教育支援計画）. */
  DISABILITY("disability"),
  /** 日本語指導が必要な児童生徒. */
  JAPANESE("japanese");

  private final String code;

  Need(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Finds the need of a text code. */
  public static Optional<Need> find(String code) {
    return Arrays.stream(values()).filter(need -> need.code.equals(code)).findFirst();
  }
}
