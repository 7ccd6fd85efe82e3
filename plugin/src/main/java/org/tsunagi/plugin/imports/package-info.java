// SPDX-License-Identifier: Apache-2.0
/**
 * Imports: files from outside become rows, all of a file or none, with findings that say how to
 * mend it.
 */
@NullMarked
package org.tsunagi.plugin.imports;

import org.jspecify.annotations.NullMarked;
