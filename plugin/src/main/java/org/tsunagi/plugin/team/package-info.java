// SPDX-License-Identifier: Apache-2.0
/**
 * 支援チーム: the named people who support one child, each from a day to a day, and what hangs on them:
 * the children granted to a person today ({@link org.tsunagi.plugin.team.TeamGrants}), the
 * emergency in which somebody without the right opens a sheet for a day and the principal is told,
 * and who has read which content.
 *
 * <p>A membership gives what the rights table names for the relation {@code TEAM}, never more; it
 * ends with its last day, and with the child's stay at the school.
 */
@NullMarked
package org.tsunagi.plugin.team;

import org.jspecify.annotations.NullMarked;
