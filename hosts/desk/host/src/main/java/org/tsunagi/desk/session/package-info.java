// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions of the desk: one random token in a cookie, its hash in the database, and the actor that
 * stands behind it.
 */
@NullMarked
package org.tsunagi.desk.session;

import org.jspecify.annotations.NullMarked;
