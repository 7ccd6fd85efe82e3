// SPDX-License-Identifier: Apache-2.0
/**
 * How the desk takes in a roster: rows are compared in sets with what is there, and only
 * differences are written.
 */
@NullMarked
package org.tsunagi.desk.intake;

import org.jspecify.annotations.NullMarked;
