// SPDX-License-Identifier: Apache-2.0
/**
 * The desk's register of attendance: marks, what they were before, and the days on which it was
 * taken.
 */
@NullMarked
package org.tsunagi.desk.attendance;

import org.jspecify.annotations.NullMarked;
