// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.NeedRule;
import org.tsunagi.plugin.supportsheet.domain.NeedSetting;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.persistence.NeedTable;

/** Shows and sets the kinds of need for which a child has the sheet. */
@Component(service = NeedService.class)
public final class NeedService {
  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetRights rights;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public NeedService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetRights rights,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.places = places;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * The kinds of need of a child.
   *
   * @param version the number of the setting, 0 where nobody has set any
   * @param kinds the codes: {@code absence}, {@code japanese}, and for readers of class I {@code
   *     disability}
   */
  public record View(int version, List<String> kinds) {
    /** Copies the list. */
    public View {
      kinds = List.copyOf(kinds);
    }

    static View of(List<NeedSetting> settings, boolean sensitive) {
      return settings.isEmpty()
          ? new View(0, List.of())
          : new View(
              settings.get(0).version(),
              NeedRule.shown(settings.get(0).kinds(), sensitive).stream()
                  .map(Need::code)
                  .sorted()
                  .toList());
    }
  }

  /** Shows the kinds of need. */
  public View find(Actor actor, StudentId student) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.runSql(
        connection ->
            View.of(
                new NeedTable(connection).list(place.school(), student),
                rights.readsSensitive(actor, place)));
  }

  /**
   * Sets the kinds of need; what was set before stays in the table.
   *
   * @throws Stale where somebody set others meanwhile
   * @throws RefusedException where the actor sets a kind that only readers of class I see
   */
  public View set(Actor actor, StudentId student, int version, Set<Need> kinds) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, SheetKey.COMMON);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    try {
      return write(actor, place, version, kinds);
    } catch (SqlException other) {
      if (!other.duplicate()) {
        throw other;
      }
      return write(actor, place, version, kinds);
    }
  }

  private View write(Actor actor, SheetPlace place, int version, Set<Need> kinds) {
    return transactions.runSql(
        connection -> {
          NeedTable table = new NeedTable(connection);
          boolean sensitive = rights.readsSensitive(actor, place);
          List<NeedSetting> stored = table.list(place.school(), place.student());
          View now = View.of(stored, sensitive);
          if (now.version() != version) {
            throw new Stale(Map.of("theirs", now));
          }
          if (NeedRule.check(kinds, sensitive) instanceof Decision.Refused refused) {
            throw new RefusedException(refused);
          }
          Set<Need> before = stored.isEmpty() ? Set.of() : stored.get(0).kinds();
          Set<Need> kept = NeedRule.kept(kinds, before, sensitive);
          table.add(place.school(), place.student(), version + 1, kept, actor, clock.now());
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "sheet.needs",
              "student:" + place.student().value(),
              // Which kinds stays out of the chain: those who check it may not read class I.
              Map.of("version", Integer.toString(version + 1)));
          return View.of(table.list(place.school(), place.student()), sensitive);
        });
  }
}
