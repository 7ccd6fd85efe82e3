// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

/**
 * What holds for a school, and who set it.
 *
 * @param settings the settings
 * @param scope the scope they come from; empty where nobody set any
 */
public record SettingsInForce(WatchSettings settings, String scope) {}
