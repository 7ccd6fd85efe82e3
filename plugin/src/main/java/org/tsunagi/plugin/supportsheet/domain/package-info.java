// SPDX-License-Identifier: Apache-2.0
/** The sheets' rules and the shape of what they show; no framework and no clock. */
@NullMarked
package org.tsunagi.plugin.supportsheet.domain;

import org.jspecify.annotations.NullMarked;
