// SPDX-License-Identifier: Apache-2.0
/** Which rows of two ids go together and which stay, and who may decide it; pure. */
@NullMarked
package org.tsunagi.plugin.duplicate.domain;

import org.jspecify.annotations.NullMarked;
