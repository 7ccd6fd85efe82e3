// SPDX-License-Identifier: Apache-2.0
/** Schools, students, stays and staff, read from the host's tables. */
@NullMarked
package org.tsunagi.rosariosis.roster;

import org.jspecify.annotations.NullMarked;
