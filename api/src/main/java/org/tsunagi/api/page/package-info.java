// SPDX-License-Identifier: Apache-2.0
/**
 * What the extension shows: tabs in a student's record and pages of the school. The host finds them
 * as services, draws its own frame, and asks for an HTML fragment.
 *
 * <p>A fragment has one root element of class {@code tng}, no {@code form} element, no script of
 * its own inline, and links only through {@link org.tsunagi.api.page.PageRequest#base()}, so that
 * it lives in any host.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
