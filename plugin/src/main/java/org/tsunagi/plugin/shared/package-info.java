// SPDX-License-Identifier: Apache-2.0
/** Small values that every piece of work uses; pure. */
@NullMarked
package org.tsunagi.plugin.shared;

import org.jspecify.annotations.NullMarked;
