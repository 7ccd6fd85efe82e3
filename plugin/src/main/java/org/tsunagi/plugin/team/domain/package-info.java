// SPDX-License-Identifier: Apache-2.0
/** Members of a child's team, emergencies, notices and acknowledgements, as values and rules. */
@NullMarked
package org.tsunagi.plugin.team.domain;

import org.jspecify.annotations.NullMarked;
