// SPDX-License-Identifier: Apache-2.0
/** The rules of consent and disclosure: what has to come first, and what holds today; pure. */
@NullMarked
package org.tsunagi.plugin.consent.domain;

import org.jspecify.annotations.NullMarked;
