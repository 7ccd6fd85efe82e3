// SPDX-License-Identifier: Apache-2.0
/**
 * Attendance marks: what the host's register holds for a student on a day.
 *
 * <p>The host keeps the mark and who wrote it; what it means is the extension's. A day without a
 * mark is a blank, and a blank is "present" only when the register of that day was taken. Marks
 * change only through {@link org.tsunagi.api.attendance.AttendanceBook#write}.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.attendance;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
