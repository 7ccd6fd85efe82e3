// SPDX-License-Identifier: Apache-2.0
/**
 * What the extension offers to the host's own start-up and administration: running an import,
 * issuing the token of a service account, and saying whether it is ready.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.operation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
