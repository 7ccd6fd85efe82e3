// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.List;

/**
 * A homeroom of one year.
 *
 * @param id the sourcedId
 * @param school the school's sourcedId
 * @param year the school year
 * @param grades the grades in it, one for an ordinary class
 * @param title the name, for example {@code 2年2組}
 * @param specialNeeds whether it is a 特別支援学級
 */
record Room(
    String id, String school, int year, List<String> grades, String title, boolean specialNeeds) {}
