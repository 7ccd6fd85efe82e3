// SPDX-License-Identifier: Apache-2.0
/**
 * The tables of 気づき: tasks, what people noted, settings, notices and the mail that tells of them.
 * Every statement is constant and led by the school where there is one.
 */
@NullMarked
package org.tsunagi.plugin.watch.persistence;

import org.jspecify.annotations.NullMarked;
