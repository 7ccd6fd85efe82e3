// SPDX-License-Identifier: Apache-2.0
/** The desk keeps no timetable yet, and says so. */
@NullMarked
package org.tsunagi.desk.timetable;

import org.jspecify.annotations.NullMarked;
