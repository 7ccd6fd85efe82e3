// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/**
 * A school (学校).
 *
 * @param id the host's identifier
 * @param name the official name
 * @param boardName the board of education or other establishing body above it; empty when unknown
 */
public record School(SchoolId id, String name, String boardName) {}
