// SPDX-License-Identifier: Apache-2.0
/** Tests of who gets in: accounts, second factor, sessions and the posts behind them. */
@NullMarked
package org.tsunagi.desk.door;

import org.jspecify.annotations.NullMarked;
