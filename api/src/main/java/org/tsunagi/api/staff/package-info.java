// SPDX-License-Identifier: Apache-2.0
/**
 * Staff members and the posts they hold.
 *
 * <p>A person may hold several posts, each at one school (or, for the board, at none) and in one
 * role, with dates. Roles are those of {@link org.tsunagi.api.access.HostRole}; what a role may do
 * is decided by the extension.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.staff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
