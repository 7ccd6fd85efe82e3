// SPDX-License-Identifier: Apache-2.0
/**
 * One child under two ids of the host (二重登録), for example after coming back to the school. What
 * this extension holds under one id goes to the other, all of it or nothing, by two people; the
 * host keeps its own two records.
 */
@NullMarked
package org.tsunagi.plugin.duplicate;

import org.jspecify.annotations.NullMarked;
