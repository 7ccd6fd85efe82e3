// SPDX-License-Identifier: Apache-2.0
/** What the desk does once at its start: token, sample, imports, and the lines it prints. */
@NullMarked
package org.tsunagi.desk.start;

import org.jspecify.annotations.NullMarked;
