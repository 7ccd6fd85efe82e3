// SPDX-License-Identifier: Apache-2.0
/** Schools, homerooms, students, stays and staff of the desk, read from its tables. */
@NullMarked
package org.tsunagi.desk.roster;

import org.jspecify.annotations.NullMarked;
