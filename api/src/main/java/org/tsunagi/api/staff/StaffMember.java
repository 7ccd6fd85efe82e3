// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.staff;

import java.util.List;

/**
 * A staff member (教職員).
 *
 * @param id the host's identifier
 * @param name family and given name
 * @param kana its reading; empty when unknown
 * @param posts the posts held, past ones included
 */
public record StaffMember(StaffId id, String name, String kana, List<Post> posts) {
  public StaffMember {
    posts = List.copyOf(posts);
  }
}
