// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

/**
 * How large an attached file may be.
 *
 * @param version the number of the setting, 0 before anybody set it
 * @param megabytes the most megabytes (2^20 bytes), 1–50
 * @param setBy who set it; empty before anybody did
 */
public record SizeSetting(int version, int megabytes, String setBy) {
  /** What holds before anybody sets it. */
  public static final SizeSetting ORDINARY = new SizeSetting(0, FileRule.DEFAULT_MEGABYTES, "");
}
