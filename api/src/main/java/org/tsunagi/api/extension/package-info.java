// SPDX-License-Identifier: Apache-2.0
/**
 * What third-party bundles may add: attendance codes, sections of a sheet, print forms. Each is a
 * service that the extension finds while it runs.
 */
@Version("0.1.0")
@NullMarked
package org.tsunagi.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
