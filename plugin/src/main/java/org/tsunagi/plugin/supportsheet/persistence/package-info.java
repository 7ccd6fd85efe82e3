// SPDX-License-Identifier: Apache-2.0
/** The tables of the sheets and their versions; versions are only ever added. */
@NullMarked
package org.tsunagi.plugin.supportsheet.persistence;

import org.jspecify.annotations.NullMarked;
