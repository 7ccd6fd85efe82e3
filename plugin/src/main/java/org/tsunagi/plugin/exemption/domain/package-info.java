// SPDX-License-Identifier: Apache-2.0
/** Rules about exempt days, pure: when a suspension ends, what an acceptance has to say. */
@NullMarked
package org.tsunagi.plugin.exemption.domain;

import org.jspecify.annotations.NullMarked;
