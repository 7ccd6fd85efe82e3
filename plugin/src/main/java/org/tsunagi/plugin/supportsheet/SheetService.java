// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.domain.SheetStage;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.DayRule;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormRule;
import org.tsunagi.plugin.supportsheet.domain.LifeRule;
import org.tsunagi.plugin.supportsheet.domain.MeetingDay;
import org.tsunagi.plugin.supportsheet.domain.MergeRule;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetDifference;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;
import org.tsunagi.plugin.supportsheet.persistence.DraftTable;
import org.tsunagi.plugin.supportsheet.persistence.JpaSheets;
import org.tsunagi.plugin.supportsheet.persistence.SheetEntity;
import org.tsunagi.plugin.supportsheet.persistence.SheetOvertaken;

/** Shows and saves the parts of 児童生徒理解・支援シート, and tells their versions apart. */
@Component(service = SheetService.class)
public final class SheetService {
  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetReader reader,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.places = places;
    this.reader = reader;
    this.clock = clock;
  }

  /** Shows a part, empty before the first save; the reading is noted. */
  public SheetView view(Actor actor, StudentId student, SheetKey key) {
    return open(actor, places.get(actor, Privilege.SHEET_READ, student, key)).view();
  }

  /** Opens a part with its form, where the student's record was read before. */
  public OpenPart open(Actor actor, StudentRecord student, SheetKey key) {
    return open(actor, places.get(actor, Privilege.SHEET_READ, student, key));
  }

  private OpenPart open(Actor actor, SheetPlace place) {
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(session -> opened(session, actor, place));
  }

  /** Lists the parts of a child's sheet that were ever saved, without contents. */
  public List<SheetView.Line> list(Actor actor, StudentId student) {
    return list(actor, places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON));
  }

  /** Lists the parts of the sheet of a child whose record was read before. */
  public List<SheetView.Line> list(Actor actor, StudentRecord student) {
    return list(actor, places.get(actor, Privilege.SHEET_READ, student, SheetKey.COMMON));
  }

  private List<SheetView.Line> list(Actor actor, SheetPlace place) {
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session ->
            new JpaSheets(session)
                .listNewest(place.school(), place.student()).stream()
                    .flatMap(
                        part ->
                            reader.readable(session, actor, place, part).stream()
                                .map(readable -> reader.line(part, readable)))
                    .toList());
  }

  /** Lists the versions of a part, newest first; the reading is noted. */
  public List<SheetView.Version> listVersions(
      Actor actor, StudentId student, SheetKey key, int offset, int limit) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, key);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session -> {
          JpaSheets sheets = new JpaSheets(session);
          FormPart form = opened(session, actor, place).form();
          List<SheetVersion> versions =
              sheets
                  .find(place.school(), student, key)
                  .map(sheet -> sheets.listVersions(sheet, offset, limit))
                  .orElse(List.of());
          return versions.stream().map(version -> version(form, version)).toList();
        });
  }

  /** Compares two versions of a part; 0 is the sheet before the first. The reading is noted. */
  public SheetView.Difference difference(
      Actor actor, StudentId student, SheetKey key, int from, int to) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, key);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session -> {
          FormPart form = opened(session, actor, place).form();
          SheetContent before = contentOf(session, place, from);
          SheetContent after = contentOf(session, place, to);
          return new SheetView.Difference(from, to, SheetDifference.list(form, before, after));
        });
  }

  /**
   * Saves a part as a new version; the same content again makes none. What the actor may not write
   * stays as it was.
   *
   * @throws Stale where another version was saved meanwhile; it holds both texts, put together
   * @throws RefusedException where the content can't be kept, or the part is locked
   */
  public SheetView save(
      Actor actor, StudentId student, SheetKey key, int basedOn, SheetContent content) {
    SheetPlace place = places.get(actor, Privilege.SHEET_WRITE, student, key);
    gate.require(actor, Privilege.SHEET_WRITE, place.target());
    try {
      return write(actor, place, basedOn, content);
    } catch (SheetOvertaken other) {
      // The other writer's sheet is there now, so the second try tells what they wrote.
      return write(actor, place, basedOn, content);
    }
  }

  private SheetView write(Actor actor, SheetPlace place, int basedOn, SheetContent typed) {
    return transactions.run(
        session -> {
          JpaSheets sheets = new JpaSheets(session);
          Optional<SheetEntity> found =
              sheets.findLocked(place.school(), place.student(), place.key());
          OpenPart open = reader.open(session, actor, place);
          SheetContent content = DayRule.settle(open.whole(), typed, assumedYear(place.key()));
          refuse(
              LifeRule.write(
                  open.state(), open.stage() == SheetStage.CLOSED, open.view().canWrite()));
          if (open.view().version() != basedOn) {
            throw new Stale(conflict(session, open, basedOn, content));
          }
          refuse(FormRule.check(open.writable(), content));
          SheetContent stored = open.newest().map(SheetVersion::content).orElse(SheetContent.EMPTY);
          SheetContent next = stored.only(id -> !open.writable().holds(id)).with(content);
          new DraftTable(session.connection())
              .drop(place.school(), place.student(), place.key(), actor.id());
          if (next.equals(stored) && found.isPresent()) {
            return open.view();
          }
          append(session, actor, open, found, next);
          return reader.open(session, actor, place).view();
        });
  }

  private void append(
      Session session,
      Actor actor,
      OpenPart open,
      Optional<SheetEntity> found,
      SheetContent content) {
    JpaSheets sheets = new JpaSheets(session);
    SheetPlace place = open.place();
    Instant now = clock.now();
    int schoolYear = schoolYear(place.key(), content);
    SheetEntity sheet =
        found.orElseGet(
            () ->
                sheets.begin(place.school(), place.student(), place.key(), schoolYear, actor, now));
    String title = ActorTitle.of(actor, place.school(), clock.today());
    Map<String, String> signed = reader.signed(session, open, content);
    sheets.append(
        sheet,
        new SheetVersion(sheet.version() + 1, content, signed, actor.name(), title, now),
        actor);
    audit.record(
        session.connection(),
        actor,
        Optional.of(place.school()),
        "sheet.save",
        "sheet:" + sheet.id(),
        Map.of(
            "part", place.key().text(),
            "student", place.student().value(),
            "title", title,
            "version", Integer.toString(sheet.version())));
  }

  /** Returns the school year in which a day without a year lies: the part's, or the present one. */
  private SchoolYear assumedYear(SheetKey key) {
    return key.schoolYear() == 0 ? SchoolYear.of(clock.today()) : new SchoolYear(key.schoolYear());
  }

  private int schoolYear(SheetKey key, SheetContent content) {
    LocalDate day = MeetingDay.of(content).orElse(clock.today());
    return key.kind() == SheetKind.MEETING ? SchoolYear.of(day).year() : key.schoolYear();
  }

  private SheetView.Conflict conflict(
      Session session, OpenPart open, int basedOn, SheetContent yours) {
    FormPart form = open.form();
    SheetContent base = SheetReader.visible(form, contentOf(session, open.place(), basedOn));
    SheetContent theirs = open.view().content();
    MergeRule.Merged merged = MergeRule.merge(form, base, SheetReader.visible(form, yours), theirs);
    return new SheetView.Conflict(
        yours,
        theirs,
        merged.content(),
        merged.conflicts(),
        open.view().version(),
        open.view().savedBy(),
        open.view().savedAt());
  }

  /** Returns the content of a version; 0 is the sheet before the first. */
  private static SheetContent contentOf(Session session, SheetPlace place, int version) {
    if (version == 0) {
      return SheetContent.EMPTY;
    }
    JpaSheets sheets = new JpaSheets(session);
    return sheets
        .find(place.school(), place.student(), place.key())
        .flatMap(sheet -> sheets.findVersion(sheet, version))
        .map(SheetVersion::content)
        .orElseThrow(Missing::new);
  }

  private static SheetView.Version version(FormPart form, SheetVersion version) {
    return new SheetView.Version(
        version.version(),
        SheetReader.visible(form, version.content()),
        version.savedBy(),
        version.savedTitle(),
        version.savedAt());
  }

  /** Opens a part and notes which of its classes of sections were shown. */
  private OpenPart opened(Session session, Actor actor, SheetPlace place) {
    OpenPart open = reader.open(session, actor, place);
    audit.recordRead(session.connection(), actor, place.school(), place.student(), open.reading());
    return open;
  }

  private static void refuse(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
  }
}
