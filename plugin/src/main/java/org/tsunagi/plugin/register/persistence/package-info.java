// SPDX-License-Identifier: Apache-2.0
/**
 * The register's tables: the counting copy with the feeds that keep it, closures, locks and
 * settings, in SQL that H2 and PostgreSQL both run.
 *
 * <p>Sets of rows travel as arrays that the statement unnests, so that a batch of any size is one
 * statement and nothing is ever put into SQL text.
 */
@NullMarked
package org.tsunagi.plugin.register.persistence;

import org.jspecify.annotations.NullMarked;
