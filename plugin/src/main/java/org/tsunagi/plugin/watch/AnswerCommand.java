// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer to the question whether there was bullying; it may be given on any day.
 *
 * @param on the day; today when left out
 * @param outcome {@code notHeard}, {@code heard}, {@code resting} (away to be safe from it) or
 *     {@code asking} (not known yet: the question stays)
 * @param note what was heard, with its source, up to 1000 letters
 */
public record AnswerCommand(
    @Nullable LocalDate on, @Nullable String outcome, @Nullable String note) {}
