// SPDX-License-Identifier: Apache-2.0
/** Long work with progress, cancel, findings and a result, which survives a restart. */
@NullMarked
package org.tsunagi.plugin.platform.jobs;

import org.jspecify.annotations.NullMarked;
