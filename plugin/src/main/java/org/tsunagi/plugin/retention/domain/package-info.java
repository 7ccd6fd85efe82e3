// SPDX-License-Identifier: Apache-2.0
/** How long things are kept and when they may be destroyed; pure. */
@NullMarked
package org.tsunagi.plugin.retention.domain;

import org.jspecify.annotations.NullMarked;
