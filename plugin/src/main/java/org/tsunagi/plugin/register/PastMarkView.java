// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of one day of one student.
 *
 * @param before the value that was replaced; null for a blank
 * @param after the value that replaced it; null for a blank
 * @param reason why; empty for a first entry
 * @param changedBy the person's name
 * @param title the person's title
 * @param changedAt when
 */
public record PastMarkView(
    RegisterView.@Nullable Mark before,
    RegisterView.@Nullable Mark after,
    String reason,
    String changedBy,
    String title,
    Instant changedAt) {}
