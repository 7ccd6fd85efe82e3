// SPDX-License-Identifier: Apache-2.0
/** Attendance codes: the catalogue's JSON, the shipped catalogue and its door. */
@NullMarked
package org.tsunagi.plugin.code;

import org.jspecify.annotations.NullMarked;
