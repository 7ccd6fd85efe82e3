// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

/**
 * A staff member of the sample who can be given an account.
 *
 * @param staffId the sourcedId in {@code users.csv}
 * @param username the name to sign in with, for example {@code sasaki.haruka}
 * @param name family and given name
 * @param role the code of the role, for example {@code homeroomTeacher}
 * @param school the school's name, or the board's
 */
public record SampleAccount(
    String staffId, String username, String name, String role, String school) {}
