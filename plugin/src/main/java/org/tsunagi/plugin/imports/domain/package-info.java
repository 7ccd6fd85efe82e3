// SPDX-License-Identifier: Apache-2.0
/** What imports keep for counting and printing: school profiles and groups. */
@NullMarked
package org.tsunagi.plugin.imports.domain;

import org.jspecify.annotations.NullMarked;
