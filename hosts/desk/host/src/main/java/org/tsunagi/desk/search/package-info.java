// SPDX-License-Identifier: Apache-2.0
/** Names as they are searched; free of the desk's tables, so that other hosts pack it too. */
@NullMarked
package org.tsunagi.desk.search;

import org.jspecify.annotations.NullMarked;
