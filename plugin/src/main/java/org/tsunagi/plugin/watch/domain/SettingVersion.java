// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tsunagi.api.school.SchoolId;

/**
 * A version of settings.
 *
 * @param scope whose settings they are: {@code board} or nearer to a child
 * @param target the school's id or the district's; empty for the board
 * @param version 1 or more, one series for each target
 * @param name what a district is called
 * @param firstOn the first day it holds
 * @param settings what it decides; the rest is left to the wider scope
 * @param schools the schools of a district
 * @param by who set it
 * @param byName the name
 * @param at when
 */
public record SettingVersion(
    String scope,
    String target,
    int version,
    String name,
    LocalDate firstOn,
    SettingsPart settings,
    List<SchoolId> schools,
    String by,
    String byName,
    Instant at) {}
