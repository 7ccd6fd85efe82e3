// SPDX-License-Identifier: Apache-2.0
/** Where the extension keeps its own tables, and the transaction that a command runs in. */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
