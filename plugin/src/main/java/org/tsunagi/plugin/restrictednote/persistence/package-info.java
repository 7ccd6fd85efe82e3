// SPDX-License-Identifier: Apache-2.0
/**
 * The tables of restricted notes; the content is read by one statement only, that of an opening.
 */
@NullMarked
package org.tsunagi.plugin.restrictednote.persistence;

import org.jspecify.annotations.NullMarked;
