// SPDX-License-Identifier: Apache-2.0
/**
 * How a host receives a roster that the extension has read and checked, where it keeps its own
 * roster (the desk does; a foreign school information system does not).
 *
 * <p>An intake is one session in the caller's transaction: put everything, then finish. With {@code
 * bulk} the session holds the whole truth about the school years it names: what is missing is
 * ended, never deleted. Otherwise only what is put changes.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
