// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.Instant;

/**
 * A step in the life of a part.
 *
 * @param step the step's code, for example {@code approve}
 * @param state the code of the state it led to
 * @param version the version at that time
 * @param reason why; empty where none was needed
 * @param doneBy the name of who took it
 * @param doneTitle the role code under which they did
 * @param doneAt when
 */
public record SheetEvent(
    String step,
    String state,
    int version,
    String reason,
    String doneBy,
    String doneTitle,
    Instant doneAt) {}
