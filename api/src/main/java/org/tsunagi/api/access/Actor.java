// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.access;

import java.util.List;
import java.util.Set;
import org.tsunagi.api.staff.Post;

/**
 * The one who is asking: a staff member, or a service account.
 *
 * @param id the staff id, or {@code service:} and the account's name
 * @param name the name to print beside what the actor did
 * @param posts the posts held today; none for a service account
 * @param privileges privileges named one by one; only service accounts have any
 * @param secondFactor whether the session was opened with a second factor
 */
public record Actor(
    String id, String name, List<Post> posts, Set<String> privileges, boolean secondFactor) {
  public Actor {
    posts = List.copyOf(posts);
    privileges = Set.copyOf(privileges);
  }
}
