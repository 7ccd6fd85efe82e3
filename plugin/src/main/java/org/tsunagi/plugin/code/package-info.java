// SPDX-License-Identifier: Apache-2.0
/** Attendance codes: the catalogue's JSON and the shipped catalogue. */
@NullMarked
package org.tsunagi.plugin.code;

import org.jspecify.annotations.NullMarked;
