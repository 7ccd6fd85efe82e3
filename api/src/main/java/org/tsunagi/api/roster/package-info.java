// SPDX-License-Identifier: Apache-2.0
/**
 * Students and their stays at schools, read from the host.
 *
 * <p>A student is found, listed or streamed through {@link
 * org.tsunagi.api.roster.StudentDirectory}. A stay ({@link org.tsunagi.api.roster.Enrolment}) has
 * dates: moving up, changing class and leaving end one stay and begin another, so a question about
 * the past is answered by the stay of that day. Changes reach the extension through {@link
 * org.tsunagi.api.roster.RosterFeed}.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.roster;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
