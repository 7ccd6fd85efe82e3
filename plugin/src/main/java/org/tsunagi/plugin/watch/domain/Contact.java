// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;

/**
 * A try to reach a student's home.
 *
 * @param on the day
 * @param safe whether the student's safety was confirmed
 */
public record Contact(LocalDate on, boolean safe) {}
