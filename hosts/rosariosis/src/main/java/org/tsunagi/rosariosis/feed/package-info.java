// SPDX-License-Identifier: Apache-2.0
/** What changed at the host, told to the extension in the order it happened. */
@NullMarked
package org.tsunagi.rosariosis.feed;

import org.jspecify.annotations.NullMarked;
