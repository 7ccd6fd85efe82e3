// SPDX-License-Identifier: Apache-2.0
/** The table of acceptances. */
@NullMarked
package org.tsunagi.plugin.exemption.persistence;

import org.jspecify.annotations.NullMarked;
