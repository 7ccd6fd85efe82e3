// SPDX-License-Identifier: Apache-2.0
/** Plans of special curricula, the law's standard hours, and the rules that compare them. */
@NullMarked
package org.tsunagi.plugin.curriculum.domain;

import org.jspecify.annotations.NullMarked;
