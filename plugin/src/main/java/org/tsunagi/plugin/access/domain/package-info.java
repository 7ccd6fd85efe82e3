// SPDX-License-Identifier: Apache-2.0
/** Who may do what, and how the audit chain is built and checked; pure functions and values. */
@NullMarked
package org.tsunagi.plugin.access.domain;

import org.jspecify.annotations.NullMarked;
