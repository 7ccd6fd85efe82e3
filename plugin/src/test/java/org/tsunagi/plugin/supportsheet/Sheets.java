// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;

/** The engine of the sheets over a test's database and a host with one class. */
final class Sheets {
  static final Actor TEACHER = actor("t1", HostRole.HOMEROOM_TEACHER, "S1");
  static final Actor PRINCIPAL = actor("p1", HostRole.PRINCIPAL, "S1");
  static final Actor STRANGER = actor("t2", HostRole.PRINCIPAL, "S2");
  static final Actor COLLEAGUE = actor("t3", HostRole.TEACHER, "S1");

  final OneClass host = new OneClass();
  final Gate gate;
  final AuditTrail audit;
  final SheetPlaces places;
  final SheetRights rights;
  final SheetReader reader;

  /** Whether nothing more than a password is asked for. */
  boolean strong = true;

  /** Who was named to a team, or reads in an emergency. */
  ChildGrants grants = ChildGrants.NONE;

  final SheetService service;
  final FormCatalogue forms;
  private final Ground ground;

  Sheets(Ground ground) {
    this.ground = ground;
    gate = new TableGate(ground, actor -> grants);
    audit = new SqlAuditTrail(ground);
    places = new SheetPlaces(gate, host, ground);
    forms = new FormCatalogue(new EmptyCalendar(List.of()));
    rights = new SheetRights(new SheetAccess(gate, actor -> strong), ground);
    reader = new SheetReader(forms, new Reflections(host), rights, ground);
    service = new SheetService(gate, audit, ground, places, reader, ground);
  }

  Ground ground() {
    return ground;
  }

  static Actor actor(String id, HostRole role, String school) {
    Post post =
        new Post(
            role,
            Optional.of(new SchoolId(school)),
            Optional.of(OneClass.HOMEROOM).filter(h -> role == HostRole.HOMEROOM_TEACHER),
            Ground.TODAY,
            Optional.empty());
    return new Actor(id, "試験　" + id, List.of(post), Set.of(), true);
  }

  static SheetContent text(String field, String text) {
    return new SheetContent(Map.of(field, text), Map.of());
  }

  static SheetContent rows(String table, SheetContent.Row... rows) {
    return new SheetContent(Map.of(), Map.of(table, List.of(rows)));
  }
}
