// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A try to reach a home, or a report to the authorities, to be written down.
 *
 * @param on the day; today when left out
 * @param how {@code phone}, {@code visit}, {@code message}, {@code met}, {@code municipality},
 *     {@code guidanceCenter} or {@code police}
 * @param reached whether somebody answered
 * @param safetyConfirmed whether the student's safety was confirmed
 * @param aim 意図・目的; asked for at a visit
 * @param method 方法; asked for at a visit
 * @param result 成果; asked for at a visit
 */
public record ContactCommand(
    @Nullable LocalDate on,
    @Nullable String how,
    boolean reached,
    boolean safetyConfirmed,
    @Nullable String aim,
    @Nullable String method,
    @Nullable String result) {
  /** Returns a text without blanks around it. */
  static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
