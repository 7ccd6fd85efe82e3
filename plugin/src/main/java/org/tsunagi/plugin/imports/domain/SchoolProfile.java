// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.domain;

import org.tsunagi.api.school.SchoolId;

/**
 * What counting and printing need to know of a school.
 *
 * @param school the school
 * @param prefecture the prefecture; empty when unknown
 * @param municipality the municipality; empty when unknown
 * @param establishingBody {@code public}, {@code national}, {@code private} or {@code corporate};
 *     empty when unknown
 * @param schoolCode the official code of the school (学校コード); empty when unknown
 */
public record SchoolProfile(
    SchoolId school,
    String prefecture,
    String municipality,
    String establishingBody,
    String schoolCode) {}
