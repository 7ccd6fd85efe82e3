// SPDX-License-Identifier: Apache-2.0
/**
 * Simulations: the counting engine on facts that a request brings along, for people who configure
 * codes and plans. Nothing is read from the school's data and nothing is written.
 */
@NullMarked
package org.tsunagi.plugin.simulation;

import org.jspecify.annotations.NullMarked;
