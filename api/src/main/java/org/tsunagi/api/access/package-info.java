// SPDX-License-Identifier: Apache-2.0
/**
 * Who is asking. The host says who a request comes from and which posts the person holds; the
 * extension decides what that person may do.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
