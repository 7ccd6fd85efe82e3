// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to do.
 *
 * @param kind {@code review}, {@code agreement}, {@code japanese} or {@code watch}
 * @param student the student
 * @param name the student's name
 * @param homeroom the class; empty where there is none
 * @param text what
 * @param person who, in the words of whoever wrote it
 * @param dueOn the day; empty where none is named
 * @param late whether the day has gone by
 * @param mine whether the one who asks is meant
 * @param part the part of the sheet that says so; empty for a step of 気づきの一覧
 * @param row the row there, or the id of the step
 * @param version the version of the part or the step
 */
public record PersonTask(
    String kind,
    String student,
    String name,
    String homeroom,
    String text,
    String person,
    Optional<LocalDate> dueOn,
    boolean late,
    boolean mine,
    String part,
    String row,
    int version) {}
