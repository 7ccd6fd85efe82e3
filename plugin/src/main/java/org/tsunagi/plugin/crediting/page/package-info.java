// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of 出席扱い: the tab in a student's record, the principal's list, the places outside school
 * with the rules of day conversion, and the letter to the guardian.
 */
@NullMarked
package org.tsunagi.plugin.crediting.page;

import org.jspecify.annotations.NullMarked;
