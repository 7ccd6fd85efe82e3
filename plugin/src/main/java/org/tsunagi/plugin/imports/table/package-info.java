// SPDX-License-Identifier: Apache-2.0
/** Imports of one CSV table each. */
@NullMarked
package org.tsunagi.plugin.imports.table;

import org.jspecify.annotations.NullMarked;
