// SPDX-License-Identifier: Apache-2.0
/**
 * 気づき as pure rules. {@link org.tsunagi.plugin.watch.domain.WatchRules} turns a student's days of a
 * school year into findings: what was noticed, since when, on which days. A finding has a key that
 * stays the same while its episode lasts, so that it is raised once.
 *
 * <p>The texts name 3 days, 7 days and 30 days and no other number; what else is counted, and how,
 * is {@link org.tsunagi.plugin.watch.domain.WatchSettings}. Nothing here weighs one child against
 * another.
 */
@NullMarked
package org.tsunagi.plugin.watch.domain;

import org.jspecify.annotations.NullMarked;
