// SPDX-License-Identifier: Apache-2.0
/**
 * Where applications, decisions, evidence, facilities and rules are kept. Rows are added and
 * voided; what counting needs of them is read with one statement.
 */
@NullMarked
package org.tsunagi.plugin.crediting.persistence;

import org.jspecify.annotations.NullMarked;
