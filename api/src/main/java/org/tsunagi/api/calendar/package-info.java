// SPDX-License-Identifier: Apache-2.0
/**
 * The school calendar: which days are planned as school days, for which grade, and whether the
 * register was taken.
 *
 * <p>A planned day is a plan. Whether it becomes one of the 授業日数 is decided by the extension, which
 * knows the closures.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
