// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.util.HashSet;
import java.util.Set;
import org.tsunagi.api.school.SchoolId;

/**
 * What a session has put, so that what is missing can be told.
 *
 * <p>A kind of row is missing only for the schools and school years for which the session put rows
 * of that kind: a roster without any stays ends no stay.
 */
final class Seen {
  /** A school's year. */
  record Year(SchoolId school, int schoolYear) {}

  /** A term of a school's year. */
  record TermKey(Year year, int number) {}

  final Set<Year> homeroomYears = new HashSet<>();
  final Set<String> homerooms = new HashSet<>();
  final Set<TermKey> terms = new HashSet<>();
  final Set<Year> stayYears = new HashSet<>();
  final Set<String> stays = new HashSet<>();
  final Set<String> staff = new HashSet<>();
  final Set<String> posts = new HashSet<>();
  final Set<SchoolId> postSchools = new HashSet<>();
  final Set<String> staffOfEndedPosts = new HashSet<>();
  boolean boardPosts;
}
