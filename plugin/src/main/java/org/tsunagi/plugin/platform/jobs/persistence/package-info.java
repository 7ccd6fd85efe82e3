// SPDX-License-Identifier: Apache-2.0
/** Jobs, their uploads and findings in SQL. */
@NullMarked
package org.tsunagi.plugin.platform.jobs.persistence;

import org.jspecify.annotations.NullMarked;
