// SPDX-License-Identifier: Apache-2.0
/** School profiles and groups in SQL. */
@NullMarked
package org.tsunagi.plugin.imports.persistence;

import org.jspecify.annotations.NullMarked;
