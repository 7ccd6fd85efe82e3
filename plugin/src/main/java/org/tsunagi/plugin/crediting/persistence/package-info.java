// SPDX-License-Identifier: Apache-2.0
/**
 * Where crediting decisions are kept. While no decision can be recorded there is none on file, and
 * every credited mark is shown as waiting.
 */
@NullMarked
package org.tsunagi.plugin.crediting.persistence;

import org.jspecify.annotations.NullMarked;
