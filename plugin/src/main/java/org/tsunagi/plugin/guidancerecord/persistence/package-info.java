// SPDX-License-Identifier: Apache-2.0
/** Tables of typed texts and of closings; rows are only added. */
@NullMarked
package org.tsunagi.plugin.guidancerecord.persistence;

import org.jspecify.annotations.NullMarked;
