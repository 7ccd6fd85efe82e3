// SPDX-License-Identifier: Apache-2.0
/** The ground the pieces of work stand on: transactions, pages, REST, clock, jobs. */
@NullMarked
package org.tsunagi.plugin.platform;

import org.jspecify.annotations.NullMarked;
