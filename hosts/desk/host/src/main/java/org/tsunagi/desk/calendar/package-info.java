// SPDX-License-Identifier: Apache-2.0
/** The desk's calendar: planned days per grade, and terms. */
@NullMarked
package org.tsunagi.desk.calendar;

import org.jspecify.annotations.NullMarked;
