// SPDX-License-Identifier: Apache-2.0
/** Tickets: how the PHP face says who asks, for what. */
@NullMarked
package org.tsunagi.rosariosis.ticket;

import org.jspecify.annotations.NullMarked;
