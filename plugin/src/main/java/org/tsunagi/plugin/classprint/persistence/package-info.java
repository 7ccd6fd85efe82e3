// SPDX-License-Identifier: Apache-2.0
/** The papers of a class as rows. */
@NullMarked
package org.tsunagi.plugin.classprint.persistence;

import org.jspecify.annotations.NullMarked;
