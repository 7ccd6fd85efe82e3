// SPDX-License-Identifier: Apache-2.0
/**
 * Pages of the desk: one front servlet, its routes, and the frame around the extension's fragments.
 *
 * <p>A route answers with a value (a page, a redirection, bytes); only the servlet writes to the
 * response. Absent and forbidden pages look alike.
 */
@NullMarked
package org.tsunagi.desk.web;

import org.jspecify.annotations.NullMarked;
