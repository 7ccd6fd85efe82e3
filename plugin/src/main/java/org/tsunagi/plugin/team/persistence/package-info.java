// SPDX-License-Identifier: Apache-2.0
/**
 * The tables of teams, emergencies, notices and acknowledgements, each led by what it is asked by.
 */
@NullMarked
package org.tsunagi.plugin.team.persistence;

import org.jspecify.annotations.NullMarked;
