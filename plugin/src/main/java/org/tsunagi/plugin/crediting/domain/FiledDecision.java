// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import org.tsunagi.api.school.SchoolId;

/**
 * A crediting decision on file, with what says to which stay it belongs: it ends with the stay at
 * its school that covers the first day of its application.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は…出席扱いとすることができる): another school's principal decides anew.
 *
 * @param school the school whose principal decides
 * @param anchor the first day of the application
 * @param decision the decision
 */
public record FiledDecision(SchoolId school, LocalDate anchor, CreditingDecision decision) {}
