// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormRule;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetDraft;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.persistence.DraftTable;

/**
 * Keeps what people type before they save it, so that a closed browser, an ended session or a
 * restart loses nothing. A draft is no record: it stands in no version and in no audit row, and
 * nobody but its writer reads it; others are told that somebody writes.
 */
@Component(service = SheetDraftService.class)
public final class SheetDraftService {
  /** For how long after the last key somebody counts as writing. */
  private static final Duration WRITING = Duration.ofMinutes(5);

  private final Gate gate;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetDraftService(
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
   * The actor's draft of a part, and who else writes on it.
   *
   * @param draft the actor's own draft; empty where everything is saved
   * @param others who else has typed in the last minutes
   * @param version the newest saved version, so that a page learns that it is behind
   */
  public record Drafts(Optional<Own> draft, List<Writer> others, int version) {
    /** Copies the list. */
    public Drafts {
      others = List.copyOf(others);
    }
  }

  /**
   * The actor's own draft.
   *
   * @param version the version on which it is based
   * @param content what was typed
   * @param keptAt when it was kept
   */
  public record Own(int version, SheetContent content, Instant keptAt) {}

  /**
   * Somebody who writes.
   *
   * @param name who
   * @param at when they typed last
   */
  public record Writer(String name, Instant at) {}

  /** Finds the actor's draft and who else writes. */
  public Drafts find(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = place(actor, student, key);
    return transactions.run(session -> drafts(session, actor, place));
  }

  /** Lists the parts of which the actor has a draft; none for one who may not write. */
  public List<SheetKey> listOwn(Actor actor, StudentRecord student) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON);
    if (!gate.permits(actor, Privilege.SHEET_WRITE, place.target())) {
      return List.of();
    }
    return transactions.runSql(
        connection ->
            new DraftTable(connection).listKeys(place.school(), place.student(), actor.id()));
  }

  /**
   * Keeps a draft in place of the one before; it need not be fit to be saved.
   *
   * @throws RefusedException where it is far too long
   */
  public Drafts keep(
      Actor actor, StudentId student, SheetKey key, int basedOn, SheetContent content) {
    SheetPlace place = place(actor, student, key);
    if (FormRule.tooLarge(content)) {
      throw new RefusedException(
          new Decision.Refused(
              List.of(new Finding("TOO_LONG", Severity.ERROR, "文が長すぎて、下書きを残せません。短くしてください。"))));
    }
    try {
      return write(actor, place, basedOn, content);
    } catch (SqlException other) {
      // Two windows of one writer kept their first draft at once; the later one stands.
      if (!other.duplicate()) {
        throw other;
      }
      return write(actor, place, basedOn, content);
    }
  }

  /** Throws the actor's draft away. */
  public void drop(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = place(actor, student, key);
    transactions.run(
        session ->
            new DraftTable(session.connection())
                .drop(place.school(), place.student(), key, actor.id()));
  }

  private SheetPlace place(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    return place;
  }

  private Drafts write(Actor actor, SheetPlace place, int basedOn, SheetContent content) {
    return transactions.run(
        session -> {
          FormPart form = reader.open(session, actor, place).form();
          SheetContent typed = SheetReader.visible(form, content);
          SheetDraft draft = new SheetDraft(actor.id(), actor.name(), basedOn, typed, clock.now());
          new DraftTable(session.connection())
              .keep(place.school(), place.student(), place.key(), draft);
          return drafts(session, actor, place);
        });
  }

  private Drafts drafts(Session session, Actor actor, SheetPlace place) {
    List<SheetDraft> all =
        new DraftTable(session.connection()).list(place.school(), place.student(), place.key());
    OpenPart open = reader.open(session, actor, place);
    FormPart form = open.writable();
    Instant since = clock.now().minus(WRITING);
    return new Drafts(
        all.stream()
            .filter(one -> one.writer().equals(actor.id()))
            .findFirst()
            .map(one -> own(form, one)),
        all.stream()
            .filter(one -> !one.writer().equals(actor.id()) && one.seenAt().isAfter(since))
            .map(one -> new Writer(one.writerName(), one.seenAt()))
            .toList(),
        open.view().version());
  }

  /** Shows a draft without the fields that its writer may no longer write. */
  private static Own own(FormPart form, SheetDraft draft) {
    return new Own(draft.basedOn(), SheetReader.visible(form, draft.content()), draft.seenAt());
  }
}
