// SPDX-License-Identifier: Apache-2.0
/** The table of condition lists that were set. */
@NullMarked
package org.tsunagi.plugin.crediting.rules.persistence;

import org.jspecify.annotations.NullMarked;
