// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule.OpenPoint;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.persistence.JpaSheets;

/**
 * Lists what a child's sheets say is still to do, for the tabs and as the next meeting's agenda.
 */
@Component(service = SheetTaskService.class)
public final class SheetTaskService {
  private final Gate gate;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetTaskService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetReader reader,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.places = places;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Something to do.
   *
   * @param part the part that says so
   * @param row the row's id there
   * @param text what
   * @param person who; empty where nobody is named
   * @param dueOn the day, ISO 8601; empty where none is named
   * @param late whether the day has gone by
   */
  public record Task(
      String part, String row, String text, String person, String dueOn, boolean late) {}

  /** Lists what is to do, by day. */
  public List<Task> list(Actor actor, StudentId student) {
    return list(actor, places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON));
  }

  /** Lists what is to do for a child whose record was read before. */
  public List<Task> list(Actor actor, StudentRecord student) {
    return list(actor, places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON));
  }

  private List<Task> list(Actor actor, SheetPlace place) {
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(session -> read(session, actor, place));
  }

  private List<Task> read(Session session, Actor actor, SheetPlace place) {
    List<OpenPoint> points = new ArrayList<>();
    for (JpaSheets.Current part :
        new JpaSheets(session).listNewest(place.school(), place.student())) {
      SheetKey key = part.sheet().key();
      if (part.sheet().state() != SheetState.VOID) {
        reader
            .readable(session, actor, place, part)
            .ifPresent(content -> points.addAll(OpenPointRule.list(key, content)));
      }
    }
    return OpenPointRule.byDay(points).stream().map(this::task).toList();
  }

  private Task task(OpenPoint point) {
    return new Task(
        point.from().text(),
        point.row(),
        point.text(),
        point.person(),
        point.due().map(Object::toString).orElse(""),
        point.late(clock.today()));
  }
}
