// SPDX-License-Identifier: Apache-2.0
/** Settings, holds and destructions, and the rows that every feature holds about a child. */
@NullMarked
package org.tsunagi.plugin.retention.persistence;

import org.jspecify.annotations.NullMarked;
