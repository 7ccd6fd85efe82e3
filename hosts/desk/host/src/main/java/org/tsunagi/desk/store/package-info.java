// SPDX-License-Identifier: Apache-2.0
/** The desk's database: pool, one transaction per thread, migrations. */
@NullMarked
package org.tsunagi.desk.store;

import org.jspecify.annotations.NullMarked;
