// SPDX-License-Identifier: Apache-2.0
/** The tables of code versions and of local words of 備考. */
@NullMarked
package org.tsunagi.plugin.code.persistence;

import org.jspecify.annotations.NullMarked;
