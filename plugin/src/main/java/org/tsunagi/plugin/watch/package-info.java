// SPDX-License-Identifier: Apache-2.0
/**
 * 気づき: somebody notices early. Findings are never kept: {@link
 * org.tsunagi.plugin.watch.WatchBoards} derives them from counted days whenever somebody asks. Kept
 * is what people do about them: who takes care of a child, the next step and its day, tries to
 * reach the home, answers to the question of bullying, and who was told how many findings.
 *
 * <p>Nothing here writes or calls to a home (附帯決議1): it only tells people of the school.
 */
@NullMarked
package org.tsunagi.plugin.watch;

import org.jspecify.annotations.NullMarked;
