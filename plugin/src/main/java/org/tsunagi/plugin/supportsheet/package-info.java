// SPDX-License-Identifier: Apache-2.0
/** The student understanding and support sheet (児童生徒理解・支援シート); now its year sheet A. */
@NullMarked
package org.tsunagi.plugin.supportsheet;

import org.jspecify.annotations.NullMarked;
