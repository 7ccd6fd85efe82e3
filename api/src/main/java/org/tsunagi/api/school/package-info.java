// SPDX-License-Identifier: Apache-2.0
/**
 * The school as the host knows it: schools, grades, homerooms and school years.
 *
 * <p>Identifiers are the host's own texts (OneRoster {@code sourcedId} in the desk). They stay the
 * same from year to year for schools; a homeroom is a homeroom of one school year. Nothing here is
 * written by the extension.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.school;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
