// SPDX-License-Identifier: Apache-2.0
/** The stand-alone host. */
@NullMarked
package org.tsunagi.desk;

import org.jspecify.annotations.NullMarked;
