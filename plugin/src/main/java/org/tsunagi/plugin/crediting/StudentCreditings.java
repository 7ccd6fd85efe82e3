// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.List;
import java.util.Optional;

/**
 * A student's applications, and one of them whole.
 *
 * @param rows what lists show, newest first
 * @param shown the one that was chosen; empty where none was
 */
public record StudentCreditings(List<ApplicationView.Row> rows, Optional<ApplicationView> shown) {}
