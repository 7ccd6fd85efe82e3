// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import org.tsunagi.plugin.register.domain.ClosureEffect;

/**
 * What came of recording, changing or voiding a closure.
 *
 * @param id the closure's id; of a trial the id means nothing
 * @param dryRun whether it was only tried and nothing is kept
 * @param effect what it does to the figures
 */
public record ClosureOutcome(String id, boolean dryRun, ClosureEffect effect) {}
