// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.Reflected;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.SheetStayRule;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;
import org.tsunagi.plugin.supportsheet.domain.YearSheetA;
import org.tsunagi.plugin.supportsheet.domain.YearSheetARule;
import org.tsunagi.plugin.supportsheet.persistence.JpaSheets;
import org.tsunagi.plugin.supportsheet.persistence.SheetEntity;
import org.tsunagi.plugin.supportsheet.persistence.SheetOvertaken;
import org.tsunagi.plugin.supportsheet.persistence.YearSheetJson;

/** Shows and saves 学年別Aシート. */
@Component(service = YearSheetService.class)
public final class YearSheetService {
  private static final SheetKind KIND = SheetKind.YEAR_A;

  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final StudentDirectory students;
  private final Reflections reflections;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public YearSheetService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference StudentDirectory students,
      @Reference Reflections reflections,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.students = students;
    this.reflections = reflections;
    this.clock = clock;
  }

  private record Place(StudentRecord record, Target.OfStudent target, Enrolment stay, int year) {
    StudentId student() {
      return target.student();
    }

    SchoolId school() {
      return stay.school();
    }
  }

  /** Shows the sheet of a school year, empty before the first save; the reading is noted. */
  public YearSheetView view(Actor actor, StudentId student, SchoolYear year) {
    return view(actor, student(actor, Privilege.SHEET_READ, student), year);
  }

  /** Shows the sheet of a student whose record was read before; the reading is noted. */
  public YearSheetView view(Actor actor, StudentRecord student, SchoolYear year) {
    Place place = locate(actor, Privilege.SHEET_READ, student, year);
    return transactions.run(
        session -> {
          noteRead(session, actor, place);
          return show(session, actor, place);
        });
  }

  /** Lists the versions of the sheet, newest first; the reading is noted. */
  public List<YearSheetView.Version> listVersions(
      Actor actor, StudentId student, SchoolYear year, int offset, int limit) {
    Place place =
        locate(actor, Privilege.SHEET_READ, student(actor, Privilege.SHEET_READ, student), year);
    return transactions.run(
        session -> {
          noteRead(session, actor, place);
          JpaSheets sheets = new JpaSheets(session);
          List<SheetVersion<String>> versions =
              sheets
                  .find(place.school(), student, KIND, year.year())
                  .map(sheet -> sheets.listVersions(sheet, offset, limit))
                  .orElse(List.of());
          return versions.stream().map(YearSheetService::version).toList();
        });
  }

  /**
   * Saves the sheet as a new version; the same content again makes none.
   *
   * @throws Stale where another version was saved meanwhile; it holds both texts
   * @throws RefusedException where the content can't be kept
   */
  public YearSheetView save(
      Actor actor, StudentId student, SchoolYear year, YearSheetCommand command) {
    Place place =
        locate(actor, Privilege.SHEET_WRITE, student(actor, Privilege.SHEET_WRITE, student), year);
    YearSheetA content = command.content().toSheet();
    if (YearSheetARule.check(content, year) instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
    try {
      return write(actor, place, command.version(), content);
    } catch (SheetOvertaken other) {
      // The other writer's sheet is there now, so the second try tells what they wrote.
      return write(actor, place, command.version(), content);
    }
  }

  /** Reads the student's record; an absent student looks like a secret one. */
  private StudentRecord student(Actor actor, Privilege privilege, StudentId student) {
    Optional<StudentRecord> found = students.findRecord(student);
    if (found.isEmpty()) {
      gate.require(actor, privilege, new Target.OfStudent(student, List.of()));
      throw new Missing();
    }
    return found.get();
  }

  /** Finds the school's sheet that the actor may reach, the latest school of the year first. */
  private Place locate(Actor actor, Privilege privilege, StudentRecord record, SchoolYear year) {
    StudentId student = record.id();
    List<Enrolment> stays = record.stays();
    List<SchoolId> schools = SheetStayRule.listSchools(stays, year.year());
    for (SchoolId school : schools) {
      Target.OfStudent target = target(student, stays, school);
      if (gate.permits(actor, privilege, target)) {
        Enrolment stay = SheetStayRule.find(stays, school, year.year()).orElseThrow(Missing::new);
        return new Place(record, target, stay, year.year());
      }
    }
    gate.require(
        actor,
        privilege,
        schools.isEmpty()
            ? new Target.OfStudent(student, stays)
            : target(student, stays, schools.get(0)));
    throw new Missing();
  }

  private YearSheetView write(Actor actor, Place place, int basedOn, YearSheetA content) {
    return transactions.run(
        session -> {
          JpaSheets sheets = new JpaSheets(session);
          Optional<SheetEntity> found =
              sheets.findLocked(place.school(), place.student(), KIND, place.year());
          Optional<SheetVersion<String>> newest = found.flatMap(sheets::findNewest);
          if (found.map(SheetEntity::version).orElse(0) != basedOn) {
            throw new Stale(conflict(content, newest));
          }
          if (!content.equals(newest.map(v -> YearSheetJson.read(v.content())).orElse(null))) {
            append(session, actor, place, found, content);
          }
          return show(session, actor, place);
        });
  }

  private void append(
      Session session, Actor actor, Place place, Optional<SheetEntity> found, YearSheetA content) {
    JpaSheets sheets = new JpaSheets(session);
    Instant now = clock.now();
    SheetEntity sheet =
        found.orElseGet(
            () -> sheets.begin(place.school(), place.student(), KIND, place.year(), actor, now));
    String title = titleOf(actor, place.school());
    sheets.append(sheet, YearSheetJson.write(content), actor, title, now);
    audit.record(
        session.connection(),
        actor,
        Optional.of(place.school()),
        "sheet.save",
        "sheet:" + sheet.id(),
        Map.of(
            "kind", KIND.code(),
            "student", place.student().value(),
            "schoolYear", Integer.toString(place.year()),
            "title", title,
            "version", Integer.toString(sheet.version())));
  }

  private void noteRead(Session session, Actor actor, Place place) {
    audit.recordRead(
        session.connection(),
        actor,
        place.school(),
        place.student(),
        KIND.code() + ":" + place.year());
  }

  private YearSheetView show(Session session, Actor actor, Place place) {
    JpaSheets sheets = new JpaSheets(session);
    Optional<JpaSheets.Kept> kept =
        sheets.findKept(place.school(), place.student(), KIND, place.year());
    Optional<SheetEntity> sheet = kept.map(JpaSheets.Kept::sheet);
    Optional<SheetVersion<String>> newest = kept.map(JpaSheets.Kept::newest);
    Reflected reflected =
        reflections.read(
            place.record(), place.stay(), SheetStayRule.reflectedOn(place.stay(), clock.today()));
    return new YearSheetView(
        newest.map(SheetVersion::version).orElse(0),
        newest.isPresent() ? "saved" : "empty",
        place.school().value(),
        place.year(),
        contentOf(newest),
        reflected,
        sheet.map(SheetEntity::createdByName).orElse(""),
        sheet.map(SheetEntity::createdAt),
        newest.map(SheetVersion::savedBy).orElse(""),
        newest.map(SheetVersion::savedTitle).orElse(""),
        newest.map(SheetVersion::savedAt),
        history(kept),
        gate.permits(actor, Privilege.SHEET_WRITE, place.target()));
  }

  private static List<YearSheetView.Save> history(Optional<JpaSheets.Kept> kept) {
    List<YearSheetView.Save> saves = new ArrayList<>();
    kept.stream()
        .flatMap(one -> one.saves().stream())
        .forEach(
            one ->
                saves.add(0, new YearSheetView.Save(one.version(), one.savedBy(), one.savedAt())));
    return saves;
  }

  private String titleOf(Actor actor, SchoolId school) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .filter(post -> post.school().map(school::equals).orElse(true))
        .map(post -> post.role())
        .sorted()
        .findFirst()
        .map(role -> role.code())
        .orElse("service");
  }

  private static Target.OfStudent target(
      StudentId student, List<Enrolment> stays, SchoolId school) {
    return new Target.OfStudent(
        student, stays.stream().filter(stay -> stay.school().equals(school)).toList());
  }

  private static YearSheetView.Conflict conflict(
      YearSheetA yours, Optional<SheetVersion<String>> theirs) {
    return new YearSheetView.Conflict(
        YearSheetContent.of(yours),
        contentOf(theirs),
        theirs.map(SheetVersion::version).orElse(0),
        theirs.map(SheetVersion::savedBy).orElse(""),
        theirs.map(SheetVersion::savedAt));
  }

  private static YearSheetContent contentOf(Optional<SheetVersion<String>> version) {
    return YearSheetContent.of(
        version.map(v -> YearSheetJson.read(v.content())).orElse(YearSheetA.EMPTY));
  }

  private static YearSheetView.Version version(SheetVersion<String> version) {
    return new YearSheetView.Version(
        version.version(),
        contentOf(Optional.of(version)),
        version.savedBy(),
        version.savedTitle(),
        version.savedAt());
  }
}
