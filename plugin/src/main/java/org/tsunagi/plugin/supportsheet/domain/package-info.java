// SPDX-License-Identifier: Apache-2.0
/** What the sheets hold and the rules for it; pure functions and values. */
@NullMarked
package org.tsunagi.plugin.supportsheet.domain;

import org.jspecify.annotations.NullMarked;
