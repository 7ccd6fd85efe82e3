// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.sql.Connection;
import java.time.Instant;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.team.ChildPlaces.Place;
import org.tsunagi.plugin.team.persistence.NoticeTable;

/** Tells people of the school, inside the product, that something happened. */
public final class Telling {
  private Telling() {}

  /**
   * Tells them in the running transaction; never what the content is.
   *
   * @param people the staff ids; empty means nobody
   * @param kind the kind of notice
   * @param about a kind and an id
   */
  public static void tell(
      Connection connection,
      Set<String> people,
      Place place,
      String kind,
      String about,
      Actor actor,
      Instant now) {
    new NoticeTable(connection)
        .tell(people, place.school(), place.student(), kind, about, actor.name(), now);
  }
}
