// SPDX-License-Identifier: Apache-2.0
/**
 * Reading of uploads: multipart bodies, zip files, encodings, CSV tables with checked headers and
 * cells.
 */
@NullMarked
package org.tsunagi.plugin.imports.file;

import org.jspecify.annotations.NullMarked;
