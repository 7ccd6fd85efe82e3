// SPDX-License-Identifier: Apache-2.0
/** The tables of merges, and the rows of other features that change their owner. */
@NullMarked
package org.tsunagi.plugin.duplicate.persistence;

import org.jspecify.annotations.NullMarked;
