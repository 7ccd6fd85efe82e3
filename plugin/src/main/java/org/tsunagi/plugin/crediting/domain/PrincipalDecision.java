// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A principal's decision on an application; the newest one replaces the earlier ones whole.
 *
 * @param number its number within the application, 1 or more
 * @param said what was decided
 * @param conditionsUsed the condition list and what was met when it was taken
 * @param applicationVersion which version of the application it speaks of
 * @param decidedOn the day; empty for imported history that does not tell
 * @param decided who decided
 */
public record PrincipalDecision(
    int number,
    ProposedDecision said,
    String conditionsUsed,
    int applicationVersion,
    Optional<LocalDate> decidedOn,
    Signature decided) {}
