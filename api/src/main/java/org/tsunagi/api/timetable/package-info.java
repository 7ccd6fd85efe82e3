// SPDX-License-Identifier: Apache-2.0
/** Periods of the day and the homerooms' timetable, where the host keeps them. */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.timetable;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
