// SPDX-License-Identifier: Apache-2.0
/**
 * The condition lists by which principals decide on crediting: the shipped ones, and those that the
 * installation, a municipality or a school sets in their place from a day on.
 */
@NullMarked
package org.tsunagi.plugin.crediting.rules;

import org.jspecify.annotations.NullMarked;
