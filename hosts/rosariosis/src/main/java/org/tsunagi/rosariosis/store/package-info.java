// SPDX-License-Identifier: Apache-2.0
/** The host's PostgreSQL: our schema in it, and the check that its tables are the ones we read. */
@NullMarked
package org.tsunagi.rosariosis.store;

import org.jspecify.annotations.NullMarked;
