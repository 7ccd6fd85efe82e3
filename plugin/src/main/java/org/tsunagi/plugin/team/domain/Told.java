// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import org.tsunagi.api.roster.StudentId;

/**
 * That a person was told of something.
 *
 * @param person the staff id
 * @param student the child
 * @param about a kind and an id
 */
public record Told(String person, StudentId student, String about) {}
