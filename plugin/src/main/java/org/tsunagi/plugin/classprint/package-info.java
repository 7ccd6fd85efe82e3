// SPDX-License-Identifier: Apache-2.0
/**
 * The sheets of a whole class on paper (まとめて印刷): a job prints what the one who asked may read, and
 * keeps the papers for a day. Sections of class I are never among them.
 */
@NullMarked
package org.tsunagi.plugin.classprint;

import org.jspecify.annotations.NullMarked;
