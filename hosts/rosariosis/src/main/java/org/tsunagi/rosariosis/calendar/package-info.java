// SPDX-License-Identifier: Apache-2.0
/** The host's calendar and timetable. */
@NullMarked
package org.tsunagi.rosariosis.calendar;

import org.jspecify.annotations.NullMarked;
