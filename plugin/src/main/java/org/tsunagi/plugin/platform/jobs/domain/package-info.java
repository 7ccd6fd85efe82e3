// SPDX-License-Identifier: Apache-2.0
/** What a job is, and the port through which jobs are kept. */
@NullMarked
package org.tsunagi.plugin.platform.jobs.domain;

import org.jspecify.annotations.NullMarked;
