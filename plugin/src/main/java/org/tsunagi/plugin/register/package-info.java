// SPDX-License-Identifier: Apache-2.0
/**
 * The attendance register (出席簿): the month grid and its corrections, closures, locked months, and
 * every count that is derived from them.
 *
 * <p>Marks are written through the host's {@code AttendanceBook} only. Counts read the counting
 * copy, which the host's feeds keep in the same transaction, and are made by the one engine in
 * {@code domain}.
 */
@NullMarked
package org.tsunagi.plugin.register;

import org.jspecify.annotations.NullMarked;
