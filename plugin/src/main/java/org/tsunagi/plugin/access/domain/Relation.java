// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

/** What joins a post that is held today to the thing an action is done to. */
public enum Relation {
  /** The homeroom of the post, and the students whose stay that counts is in it. */
  OWN_HOMEROOM,
  /** The students in whose team (支援チーム) the holder of the post is named today. */
  TEAM,
  /** The students whom the holder of the post opened in an emergency that still runs. */
  EMERGENCY,
  /** The post's school, its homerooms, and the students whose stay that counts is at it. */
  SCHOOL,
  /** Every school, and the installation as a whole, for a post at the board. */
  BOARD,
  /** Things of the whole installation without personal data, from a post at any school. */
  COMMON
}
