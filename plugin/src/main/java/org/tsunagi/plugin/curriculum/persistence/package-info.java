// SPDX-License-Identifier: Apache-2.0
/** The tables of curriculum plans and their versions. */
@NullMarked
package org.tsunagi.plugin.curriculum.persistence;

import org.jspecify.annotations.NullMarked;
