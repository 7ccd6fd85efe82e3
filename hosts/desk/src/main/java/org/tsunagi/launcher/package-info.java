// SPDX-License-Identifier: Apache-2.0
/**
 * The launcher of the desk: options, an OSGi framework, every bundle of the jar, and a clean stop.
 */
@NullMarked
package org.tsunagi.launcher;

import org.jspecify.annotations.NullMarked;
