// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.plugin.shared.LocalScope;

/**
 * The words of 備考 that are set for a code somewhere, from a day on.
 *
 * @param scope for whom
 * @param codeId the code
 * @param number the number among those of the same scope and code, from 1 on
 * @param first the first day
 * @param template the words; empty where nothing is set from this day on
 * @param note what for; may be empty
 * @param byName who set it
 * @param at when
 */
public record RemarkSetting(
    LocalScope scope,
    String codeId,
    int number,
    LocalDate first,
    Optional<String> template,
    String note,
    String byName,
    Instant at) {}
