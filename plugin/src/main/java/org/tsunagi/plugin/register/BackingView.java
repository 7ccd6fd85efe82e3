// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The principal's decision that lets a day count as present.
 *
 * @param application the application that was decided
 * @param facility the facility's name; empty where the decision names none
 * @param decidedOn when it was decided; empty where imported history does not tell
 * @param readable whether the actor may read the application
 */
public record BackingView(
    String application, String facility, Optional<LocalDate> decidedOn, boolean readable) {}
