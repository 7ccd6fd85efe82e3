// SPDX-License-Identifier: Apache-2.0
/**
 * 保存と廃棄: when what a school holds about a child is due for disposal, who keeps it back, who
 * destroys it (always two people), and all of it in one file for a child or a guardian who asks
 * (開示請求). Nothing is ever destroyed by itself.
 *
 * <p>Every feature says which of its tables hold rows about a child by registering a {@link
 * org.tsunagi.plugin.retention.domain.HeldAboutChild}.
 */
@NullMarked
package org.tsunagi.plugin.retention;

import org.jspecify.annotations.NullMarked;
