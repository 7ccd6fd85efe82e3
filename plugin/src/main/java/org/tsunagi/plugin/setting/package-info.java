// SPDX-License-Identifier: Apache-2.0
/** The page on which those who run the installation set what all schools share. */
@NullMarked
package org.tsunagi.plugin.setting;

import org.jspecify.annotations.NullMarked;
