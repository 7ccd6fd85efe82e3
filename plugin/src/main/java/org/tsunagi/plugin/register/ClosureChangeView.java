// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.Instant;
import org.tsunagi.plugin.register.domain.ClosureEffect;

/**
 * A change of closures as it was told to the person who made it.
 *
 * @param closure the closure's id
 * @param action {@code add, change} or {@code void}
 * @param reason why; empty where none was asked for
 * @param by who made it
 * @param title that person's title
 * @param at when
 * @param effect what it did to the figures
 */
public record ClosureChangeView(
    String closure,
    String action,
    String reason,
    String by,
    String title,
    Instant at,
    ClosureEffect effect) {}
