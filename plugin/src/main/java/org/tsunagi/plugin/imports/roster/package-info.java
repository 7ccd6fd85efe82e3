// SPDX-License-Identifier: Apache-2.0
/** The OneRoster 1.2 CSV zip of the Japan K-12 profile, one reader for each file. */
@NullMarked
package org.tsunagi.plugin.imports.roster;

import org.jspecify.annotations.NullMarked;
