// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.Session;

/**
 * The contents of sheets as an acknowledgement needs them: what its reader may see, and its hash.
 */
public interface SheetContents {
  /**
   * What stands now in a part.
   *
   * @param version the newest version, from 1
   * @param classes the classes of sections that the reader sees, joined by commas
   * @param hashes makes the SHA-256 of what stands in the sections of some classes, 64 hexadecimal
   *     digits in lower case
   */
  record Current(int version, String classes, UnaryOperator<String> hashes) {
    /** Returns the hash of what the reader sees. */
    public String hash() {
      return hashes.apply(classes);
    }
  }

  /** Finds what an actor sees of a part of a child's sheet; empty before the first save. */
  Optional<Current> find(Session session, Actor actor, StudentId student, String partKey);
}
