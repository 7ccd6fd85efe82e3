// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import org.tsunagi.api.roster.StudentId;

/**
 * A part of a sheet that can say what is to do, in its newest version.
 *
 * @param student the student
 * @param key the part
 * @param state where it stands in its life
 * @param schoolYear the school year
 * @param version its newest version
 * @param content what that version says
 */
public record DuePart(
    StudentId student,
    SheetKey key,
    SheetState state,
    int schoolYear,
    int version,
    SheetContent content) {}
