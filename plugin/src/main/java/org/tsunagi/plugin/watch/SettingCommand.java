// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.watch.domain.SettingsPart;

/**
 * Settings to be set from a day on.
 *
 * @param scope whose they are, as the settings are listed
 * @param target the one it is for, or an id of the district that its settings keep; left out for
 *     the board
 * @param name what a district is called
 * @param schools the sourcedIds of a district's schools
 * @param firstOn the first day
 * @param settings what is decided; what is left out holds as the wider scope says
 * @param version the newest version that was seen; 0 for the first
 */
public record SettingCommand(
    @Nullable String scope,
    @Nullable String target,
    @Nullable String name,
    @Nullable List<String> schools,
    @Nullable LocalDate firstOn,
    @Nullable SettingsPart settings,
    int version) {}
