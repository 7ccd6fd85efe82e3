// SPDX-License-Identifier: Apache-2.0
/**
 * Plain JDBC, shortened: statements that are fixed texts, parameters in order, rows mapped by a
 * function.
 */
@NullMarked
package org.tsunagi.desk.sql;

import org.jspecify.annotations.NullMarked;
