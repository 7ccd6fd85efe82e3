// SPDX-License-Identifier: Apache-2.0
/** Restricted notes and who may open them, as values and rules. */
@NullMarked
package org.tsunagi.plugin.restrictednote.domain;

import org.jspecify.annotations.NullMarked;
