// SPDX-License-Identifier: Apache-2.0
/** Constant SQL statements with parameters; only packages named persistence use it. */
@NullMarked
package org.tsunagi.plugin.platform.sql;

import org.jspecify.annotations.NullMarked;
