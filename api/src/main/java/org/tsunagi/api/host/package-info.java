// SPDX-License-Identifier: Apache-2.0
/** The host itself: what it is and what it can do. Pages adapt to what a host lacks. */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.host;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
