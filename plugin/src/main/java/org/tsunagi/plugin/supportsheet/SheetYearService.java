// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.CarryRule;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/** Begins a yearly part of a new school year with what lasts of the year before. */
@Component(service = SheetYearService.class)
public final class SheetYearService {
  private final Gate gate;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final SheetService sheets;

  /** Makes the service. */
  @Activate
  public SheetYearService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetReader reader,
      @Reference SheetService sheets) {
    this.gate = gate;
    this.transactions = transactions;
    this.places = places;
    this.reader = reader;
    this.sheets = sheets;
  }

  /** Shows what would be carried into a part of a year; empty where there is nothing to carry. */
  public SheetContent preview(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = place(actor, student, key);
    return transactions.run(session -> carried(session, actor, place));
  }

  /**
   * Begins the part with what lasts of the year before.
   *
   * @throws RefusedException where the part has been begun, or nothing is carried
   * @throws org.tsunagi.plugin.shared.Stale where somebody begins it at the same time
   */
  public SheetView begin(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = place(actor, student, key);
    SheetContent content =
        transactions.run(
            session -> {
              if (reader.open(session, actor, place).newest().isPresent()) {
                throw refused("ALREADY_BEGUN", "この年度のシートは、もう書き始められています。");
              }
              return carried(session, actor, place);
            });
    if (content.equals(SheetContent.EMPTY)) {
      throw refused("NOTHING_TO_CARRY", "前の年度から引き継ぐ内容がありません。白いシートから書き始めてください。");
    }
    return sheets.save(actor, student, key, 0, content);
  }

  private SheetContent carried(Session session, Actor actor, SheetPlace place) {
    SheetKey before = before(place.key());
    Optional<SheetPlace> last = places.find(actor, Privilege.SHEET_READ, place.record(), before);
    if (last.isEmpty()) {
      return SheetContent.EMPTY;
    }
    OpenPart open = reader.open(session, actor, last.get());
    OpenPart next = reader.open(session, actor, place);
    return CarryRule.carry(open.view().content()).only(next.writable()::holds);
  }

  private SheetPlace place(Actor actor, StudentId student, SheetKey key) {
    if (!key.kind().yearly()) {
      throw refused("NOT_YEARLY", "年度ごとのシートだけを、前の年度から引き継げます。");
    }
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    return place;
  }

  private static SheetKey before(SheetKey key) {
    return key.kind() == SheetKind.YEAR_A
        ? SheetKey.a(key.schoolYear() - 1)
        : SheetKey.b(key.schoolYear() - 1);
  }

  private static RefusedException refused(String code, String message) {
    return new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Severity.ERROR, message))));
  }
}
