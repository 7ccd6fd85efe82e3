// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.MeetingDay;
import org.tsunagi.plugin.supportsheet.domain.PlanStepRule;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/**
 * Steps that are taken with one click and are saved like everything else on a sheet: something is
 * done, an agreement of a meeting becomes a measure of 学年別B.
 */
@Component(service = PlanStepService.class)
public final class PlanStepService {
  private final Gate gate;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetService sheets;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public PlanStepService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetService sheets,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.places = places;
    this.sheets = sheets;
    this.clock = clock;
  }

  /**
   * Notes that an agreement was done, or a measure was reviewed and goes on for four weeks more.
   *
   * @param version the version of the part that was seen
   * @throws Stale where another version was saved meanwhile
   */
  public SheetView finish(Actor actor, StudentId student, SheetKey key, String row, int version) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    String table = key.kind() == SheetKind.MEETING ? "agreements" : "measures";
    UnaryOperator<Row> step =
        key.kind() == SheetKind.MEETING
            ? one -> PlanStepRule.done(one, clock.today())
            : one -> PlanStepRule.reviewed(one, clock.today());
    return transactions.run(
        session -> {
          OpenPart open = sheets.open(actor, place.record(), key);
          return changed(actor, open, version, table, row, step);
        });
  }

  /**
   * Adds an agreement of a meeting to the measures of 学年別B of the meeting's school year, with its
   * person, its beginning and its next review; a second time changes nothing.
   *
   * @param version the version of the meeting's sheet that was seen
   * @throws Stale where another version was saved meanwhile
   */
  public SheetView adopt(
      Actor actor, StudentId student, SheetKey meeting, String row, int version) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, meeting);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    return transactions.run(
        session -> {
          OpenPart open = sheets.open(actor, place.record(), meeting);
          requireSeen(open, version);
          Row agreed = open.view().content().row("agreements", row).orElseThrow(Missing::new);
          LocalDate on = MeetingDay.of(open.view().content()).orElse(clock.today());
          SheetKey b = SheetKey.b(SchoolYear.of(on).year());
          OpenPart plan = sheets.open(actor, place.record(), b);
          SheetContent content = writable(plan);
          Row measure = PlanStepRule.measure(agreed, on);
          if (content.row("measures", measure.id()).isEmpty()) {
            sheets.save(
                actor, student, b, plan.view().version(), content.plus("measures", measure));
          }
          return changed(actor, open, version, "agreements", row, PlanStepRule::added);
        });
  }

  private SheetView changed(
      Actor actor, OpenPart open, int version, String table, String row, UnaryOperator<Row> step) {
    requireSeen(open, version);
    SheetContent content = writable(open);
    Optional<Row> found = content.row(table, row);
    List<Row> rows = new ArrayList<>(content.rows(table));
    rows.replaceAll(one -> one.id().equals(row) ? step.apply(one) : one);
    Map<String, List<Row>> tables = new HashMap<>(content.tables());
    tables.put(table, rows);
    if (found.isEmpty()) {
      throw new Missing();
    }
    return sheets.save(
        actor,
        open.place().student(),
        open.place().key(),
        version,
        new SheetContent(content.texts(), tables));
  }

  private static void requireSeen(OpenPart open, int version) {
    if (open.view().version() != version) {
      throw new Stale(open.view());
    }
  }

  /** Returns what the actor may write of a part, all of which a save has to bring. */
  private static SheetContent writable(OpenPart open) {
    return open.view().content().only(open.writable()::holds);
  }
}
