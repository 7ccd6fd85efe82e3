// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

/**
 * Marks a REST resource. Every component of this service type is mounted under {@code /api/v1}; it
 * takes the actor from {@link CurrentActor}.
 */
public interface ApiResource {}
