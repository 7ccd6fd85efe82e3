// SPDX-License-Identifier: Apache-2.0
/** The comparison of equal numbers of school days before and after a measure began. */
@NullMarked
package org.tsunagi.plugin.supportcourse.domain;

import org.jspecify.annotations.NullMarked;
