// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.lang.reflect.Proxy;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.plugin.access.AccessSettingService;
import org.tsunagi.plugin.access.AccessSettings;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.ReadLogService;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.restrictednote.NoteService;
import org.tsunagi.plugin.supportsheet.FormCatalogue;
import org.tsunagi.plugin.supportsheet.ReaderContents;
import org.tsunagi.plugin.supportsheet.Reflections;
import org.tsunagi.plugin.supportsheet.SheetPlaces;
import org.tsunagi.plugin.supportsheet.SheetReader;
import org.tsunagi.plugin.supportsheet.SheetRights;
import org.tsunagi.plugin.supportsheet.SheetService;

/** The services of access on one database, with the real gate. */
final class TownServices {
  /** No part that these tests save looks at the calendar. */
  private static final SchoolCalendar NO_CALENDAR =
      (SchoolCalendar)
          Proxy.newProxyInstance(
              TownServices.class.getClassLoader(),
              new Class<?>[] {SchoolCalendar.class},
              (proxy, method, arguments) -> {
                throw new AssertionError(method);
              });

  final Town town = new Town();
  final TeamGrants grants;
  final Gate gate;
  final AuditTrail audit;
  final ChildPlaces places;
  final TeamService teams;
  final EmergencyService emergencies;
  final NoticeService notices;
  final NoteService notes;
  final ReadLogService log;
  final AcknowledgementService acknowledgements;
  final AccessSettingService settings;
  final SheetAccess sheets;
  final SheetService engine;

  TownServices(Ground ground) {
    grants = new TeamGrants(ground, ground);
    gate = new TableGate(ground, grants);
    audit = new SqlAuditTrail(ground);
    places = new ChildPlaces(town, ground);
    AccessSettings second = new AccessSettings(ground);
    teams = new TeamService(gate, ground, audit, ground, places, town, grants);
    emergencies = new EmergencyService(gate, ground, audit, ground, places, town, grants);
    notices = new NoticeService(ground, ground);
    notes = new NoteService(gate, ground, audit, ground, places, town, second);
    log = new ReadLogService(gate, ground, audit, town, ground);
    settings = new AccessSettingService(gate, ground, audit, ground);
    sheets = new SheetAccess(gate, second);
    SheetPlaces sheetPlaces = new SheetPlaces(gate, town, ground);
    SheetReader reader =
        new SheetReader(
            new FormCatalogue(NO_CALENDAR),
            new Reflections(town),
            new SheetRights(sheets, ground),
            ground);
    acknowledgements =
        new AcknowledgementService(
            gate, ground, audit, ground, places, new ReaderContents(sheetPlaces, reader));
    engine = new SheetService(gate, audit, ground, sheetPlaces, reader, ground);
  }
}
