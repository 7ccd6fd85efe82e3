// SPDX-License-Identifier: Apache-2.0
/** One transaction per thread over a pool; other hosts pack it too. */
@NullMarked
package org.tsunagi.desk.transaction;

import org.jspecify.annotations.NullMarked;
