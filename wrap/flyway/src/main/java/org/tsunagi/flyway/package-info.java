// SPDX-License-Identifier: Apache-2.0
/** Migrations from the SQL files of a bundle. */
@NullMarked
@Version("0.1.0")
package org.tsunagi.flyway;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
