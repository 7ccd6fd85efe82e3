// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.supportsheet.SheetRights.Granted;
import org.tsunagi.plugin.supportsheet.domain.AppendRule;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.MeetingDay;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.NeedRule;
import org.tsunagi.plugin.supportsheet.domain.NeedSetting;
import org.tsunagi.plugin.supportsheet.domain.ReflectedCells;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.domain.SheetStayRule;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;
import org.tsunagi.plugin.supportsheet.persistence.JpaSheets;
import org.tsunagi.plugin.supportsheet.persistence.NeedTable;
import org.tsunagi.plugin.supportsheet.persistence.SheetEntity;

/**
 * Puts a part together as one actor may see it. It checks no right to the child: whoever calls it
 * has asked the gate; it leaves out the sections that the actor may not read.
 */
@Component(service = SheetReader.class)
public final class SheetReader {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final FormCatalogue forms;
  private final Reflections reflections;
  private final SheetRights rights;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public SheetReader(
      @Reference FormCatalogue forms,
      @Reference Reflections reflections,
      @Reference SheetRights rights,
      @Reference SchoolClock clock) {
    this.forms = forms;
    this.reflections = reflections;
    this.rights = rights;
    this.clock = clock;
  }

  /** Reads a part. */
  public OpenPart open(Session session, Actor actor, SheetPlace place) {
    Optional<JpaSheets.Kept> kept =
        new JpaSheets(session).findKept(place.school(), place.student(), place.key());
    SheetState state = kept.map(one -> one.sheet().state()).orElse(SheetState.DRAFT);
    SheetContent content =
        kept.map(JpaSheets.Kept::newest).map(SheetVersion::content).orElse(SheetContent.EMPTY);
    FormPart whole = forms.part(session.connection(), place, clock.today(), content);
    Granted granted = granted(session, actor, place, state, kept.map(JpaSheets.Kept::sheet));
    FormPart form = whole.only(section -> granted.read().contains(section.sharing()));
    FormPart writable = form.only(section -> granted.written().contains(section.sharing()));
    List<NeedSetting> settings = needs(session, place, form);
    boolean sensitive = granted.read().contains(SectionClass.SENSITIVE);
    Set<Need> needs =
        settings.isEmpty() ? Set.of() : NeedRule.shown(settings.get(0).kinds(), sensitive);
    Optional<SheetVersion> newest = kept.map(JpaSheets.Kept::newest);
    ReflectedCells cells = reflected(session, place, form, kept, content);
    SheetView view = view(place, kept, form, cells, needs, !writable.sections().isEmpty(), granted);
    return new OpenPart(
        place,
        whole,
        form,
        writable,
        state,
        granted.stage(),
        newest,
        NeedService.View.of(settings, sensitive),
        needs,
        view);
  }

  /** Tells what the actor may do with a part that is kept, or that nobody has begun. */
  private Granted granted(
      Session session,
      Actor actor,
      SheetPlace place,
      SheetState state,
      Optional<SheetEntity> sheet) {
    int year = sheet.map(SheetEntity::schoolYear).orElse(place.key().schoolYear());
    return rights.judge(actor, place, rights.stage(session.connection(), place, state, year));
  }

  /** Returns what the actor may read of a part's newest version; empty of one that is hidden. */
  Optional<SheetContent> readable(
      Session session, Actor actor, SheetPlace place, JpaSheets.Current part) {
    SheetEntity sheet = part.sheet();
    Granted granted = granted(session, actor, place, sheet.state(), Optional.of(sheet));
    FormPart form =
        forms.shipped(sheet.key().kind()).only(one -> granted.read().contains(one.sharing()));
    return form.sections().isEmpty()
        ? Optional.empty()
        : Optional.of(visible(form, part.newest().content()));
  }

  /** Reads the kinds of need, where the part has fields that depend on them. */
  private static List<NeedSetting> needs(Session session, SheetPlace place, FormPart part) {
    return part.fields().stream().allMatch(field -> field.needs().isEmpty())
        ? List.of()
        : new NeedTable(session.connection()).list(place.school(), place.student());
  }

  /** Returns the values that a version saved now is signed with. */
  Map<String, String> signed(Session session, OpenPart open, SheetContent content) {
    Optional<JpaSheets.Kept> kept =
        new JpaSheets(session)
            .findKept(open.place().school(), open.place().student(), open.place().key());
    return live(session, open.place(), open.whole(), kept, content).values();
  }

  /** Returns the part of a content that the actor may read. */
  static SheetContent visible(FormPart form, SheetContent content) {
    return content.only(form::holds);
  }

  private ReflectedCells reflected(
      Session session,
      SheetPlace place,
      FormPart form,
      Optional<JpaSheets.Kept> kept,
      SheetContent content) {
    ReflectedCells live = live(session, place, form, kept, content);
    return kept.filter(one -> closed(one.sheet()))
        .map(one -> live.frozen(one.newest().reflected()))
        .orElse(live);
  }

  /** Tells whether a part keeps the values it was signed with: final, or of a year that is over. */
  private boolean closed(SheetEntity sheet) {
    return sheet.state() == SheetState.FINAL
        || (sheet.schoolYear() != 0
            && clock.today().isAfter(new SchoolYear(sheet.schoolYear()).last()));
  }

  private ReflectedCells live(
      Session session,
      SheetPlace place,
      FormPart form,
      Optional<JpaSheets.Kept> kept,
      SheetContent content) {
    LocalDate today = clock.today();
    LocalDate day = MeetingDay.of(content).orElse(today);
    var stay = place.stayOn(day);
    Map<String, String> sources =
        reflections.read(place.record(), stay, SheetStayRule.reflectedOn(stay, today));
    made(sources, "sheet", place.key().kind(), kept.map(JpaSheets.Kept::sheet));
    sources.put("sheet.appended", appended(place.key().kind(), kept));
    if (place.key().kind() == SheetKind.YEAR_B) {
      Optional<SheetEntity> a =
          new JpaSheets(session)
              .find(place.school(), place.student(), SheetKey.a(place.key().schoolYear()));
      made(sources, "a", SheetKind.YEAR_A, a.or(() -> kept.map(JpaSheets.Kept::sheet)));
    }
    return ReflectedCells.of(form, sources);
  }

  private static void made(
      Map<String, String> sources, String of, SheetKind kind, Optional<SheetEntity> sheet) {
    sheet.ifPresent(
        one -> {
          LocalDate on = day(one.createdAt());
          boolean yearly = kind.yearly();
          sources.put(of + ".createdOn", on.toString());
          sources.put(
              of + ".createdBy",
              yearly
                  ? one.createdByName()
                  : AppendRule.maker(new AppendRule.Saving(on, one.createdByName())));
        });
  }

  private static String appended(SheetKind kind, Optional<JpaSheets.Kept> kept) {
    List<AppendRule.Saving> additions = new ArrayList<>();
    kept.stream()
        .flatMap(one -> one.saves().stream())
        .filter(save -> save.version() > 1)
        .forEach(
            save -> additions.add(0, new AppendRule.Saving(day(save.savedAt()), save.savedBy())));
    return kind.yearly() ? AppendRule.byDay(additions) : AppendRule.byYear(additions);
  }

  private static SheetView view(
      SheetPlace place,
      Optional<JpaSheets.Kept> kept,
      FormPart form,
      ReflectedCells cells,
      Set<Need> needs,
      boolean canWrite,
      Granted granted) {
    Optional<SheetEntity> sheet = kept.map(JpaSheets.Kept::sheet);
    Optional<SheetVersion> newest = kept.map(JpaSheets.Kept::newest);
    List<SheetView.Save> saves = new ArrayList<>();
    kept.stream()
        .flatMap(one -> one.saves().stream())
        .forEach(
            one ->
                saves.add(
                    0,
                    new SheetView.Save(
                        one.version(), one.savedBy(), one.savedTitle(), one.savedAt())));
    return new SheetView(
        place.key().text(),
        newest.map(SheetVersion::version).orElse(0),
        sheet.map(one -> one.state().code()).orElse("empty"),
        place.school().value(),
        place.key().schoolYear(),
        visible(form, newest.map(SheetVersion::content).orElse(SheetContent.EMPTY)),
        cells.cells(),
        needs.stream().map(Need::code).sorted().toList(),
        sheet.map(SheetEntity::createdByName).orElse(""),
        sheet.map(SheetEntity::createdAt),
        newest.map(SheetVersion::savedBy).orElse(""),
        newest.map(SheetVersion::savedTitle).orElse(""),
        newest.map(SheetVersion::savedAt),
        saves,
        canWrite,
        granted.read().size() < SectionClass.values().length,
        granted.secondFactor());
  }

  /** Returns a part as it stands in the list of a child's sheet. */
  SheetView.Line line(JpaSheets.Current part, SheetContent readable) {
    SheetEntity sheet = part.sheet();
    SheetVersion newest = part.newest();
    return new SheetView.Line(
        sheet.key().text(),
        forms.shipped(sheet.key().kind()).label().ja(),
        sheet.schoolYear(),
        MeetingDay.of(readable).map(LocalDate::toString).orElse(""),
        sheet.state().code(),
        newest.version(),
        newest.savedBy(),
        newest.savedAt());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(TOKYO).toLocalDate();
  }
}
