// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

/**
 * What the board decided about access.
 *
 * @param version how often it was set; 0 while nobody did
 * @param secondFactor whether content of class I asks for a sign-in with a second factor
 * @param readerNames how a family sees who read: {@code name}, or {@code title} for the post alone
 * @param setBy the name of who set it; empty while nobody did
 */
public record AccessSetting(int version, boolean secondFactor, String readerNames, String setBy) {
  /** What holds while nobody decided anything. */
  public static final AccessSetting ORDINARY = new AccessSetting(0, false, "name", "");

  /** Tells whether a value for {@code readerNames} is known. */
  public static boolean knows(String readerNames) {
    return readerNames.equals("name") || readerNames.equals("title");
  }
}
