// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.persistence.ApplicationTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;

/** Lists, shows and writes applications for 出席扱い. */
@Component(service = CreditingService.class)
public final class CreditingService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final StudentDirectory directory;
  private final CreditingReach reach;
  private final CreditingPlaces places;
  private final ApplicationTable applications;
  private final ApplicationChecks checks;
  private final CreditingFiles files;
  private final CreditingViews views;

  /** Makes the service. */
  @Activate
  public CreditingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference StudentDirectory directory,
      @Reference CreditingReach reach,
      @Reference CreditingPlaces places,
      @Reference ApplicationTable applications,
      @Reference ApplicationChecks checks,
      @Reference CreditingFiles files,
      @Reference CreditingViews views) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.directory = directory;
    this.reach = reach;
    this.places = places;
    this.applications = applications;
    this.checks = checks;
    this.files = files;
    this.views = views;
  }

  /**
   * Lists the applications of a school year that the actor may read, by first day.
   *
   * @param school only those of a school
   * @param state only those in a state
   */
  public List<ApplicationView.Row> list(
      Actor actor, int schoolYear, Optional<SchoolId> school, Optional<String> state) {
    CreditingReach.Reach readable = reach.of(actor, schoolYear, school);
    if (readable.schools().isEmpty()) {
      gate.require(
          actor,
          Privilege.CREDITING_READ,
          school.<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new));
    }
    SchoolYear year = new SchoolYear(schoolYear);
    DateRange days = new DateRange(year.first(), year.last());
    CreditingFile all =
        transactions.runSql(connection -> files.ofSchools(connection, readable.schools(), days));
    CreditingFile file = all.only(one -> readable.may(one, all.isRestricted(one)));
    return views.rows(file, names(file)).stream()
        .filter(row -> state.map(row.state()::equals).orElse(true))
        .toList();
  }

  /** Lists a student's applications that the actor may read, newest first. */
  public List<ApplicationView.Row> listOf(Actor actor, StudentId student) {
    List<Enrolment> stays = places.stays(student);
    CreditingFile file =
        readable(
            actor,
            student,
            stays,
            transactions.runSql(connection -> files.ofStudent(connection, student)));
    return views.rows(file, names(file));
  }

  /**
   * Lists a student's applications that the actor may read, newest first, and shows one of them.
   *
   * @param choice says which of the rows is shown
   */
  public StudentCreditings open(
      Actor actor,
      StudentRecord student,
      Function<List<ApplicationView.Row>, Optional<String>> choice) {
    Map<StudentId, String> names = Map.of(student.id(), student.student().name());
    return transactions.runSql(
        connection -> {
          CreditingFile all = files.ofStudent(connection, student.id());
          CreditingFile file = readable(actor, student.id(), student.stays(), all);
          List<ApplicationView.Row> rows = views.rows(file, names);
          Optional<ApplicationView> shown =
              choice
                  .apply(rows)
                  .flatMap(file::find)
                  .map(one -> show(connection, actor, all, one, student.stays(), names));
          return new StudentCreditings(rows, shown);
        });
  }

  /** Shows an application. */
  public ApplicationView view(Actor actor, String id) {
    return transactions.runSql(
        connection -> {
          CreditingFile file = files.besides(connection, id);
          ApplicationFile one = file.find(id).orElseThrow(Missing::new);
          StudentId student = one.application().student();
          List<Enrolment> stays = places.stays(student);
          Target.OfStudent target =
              CreditingPlaces.target(student, stays, one.application().school());
          gate.require(actor, Privilege.CREDITING_READ, target);
          if (!mayKnow(actor, file, one.application(), target)) {
            throw new Missing();
          }
          Map<StudentId, String> names = names(file.only(one.application()::equals));
          return show(connection, actor, file, one, stays, names);
        });
  }

  private ApplicationView show(
      Connection connection,
      Actor actor,
      CreditingFile file,
      ApplicationFile one,
      List<Enrolment> stays,
      Map<StudentId, String> names) {
    CreditingApplication application = one.application();
    Target.OfStudent target =
        CreditingPlaces.target(application.student(), stays, application.school());
    CreditingViews.Rights may =
        new CreditingViews.Rights(
            gate.permits(actor, Privilege.CREDITING_WRITE, target),
            gate.permits(actor, Privilege.CREDITING_DECIDE, target));
    return views.show(connection, file, one, stays, names, may);
  }

  private CreditingFile readable(
      Actor actor, StudentId student, List<Enrolment> stays, CreditingFile all) {
    CreditingFile may =
        all.only(
            one -> {
              Target.OfStudent target = CreditingPlaces.target(student, stays, one.school());
              return gate.permits(actor, Privilege.CREDITING_READ, target)
                  && mayKnow(actor, all, one, target);
            });
    if (may.applications().isEmpty()) {
      gate.require(actor, Privilege.CREDITING_READ, new Target.OfStudent(student, stays));
    }
    return may;
  }

  /** A restricted cause is kept from those who may not know it, as if there were none. */
  private boolean mayKnow(
      Actor actor, CreditingFile file, CreditingApplication one, Target.OfStudent target) {
    return !file.isRestricted(one) || gate.permits(actor, Privilege.RESTRICTED_READ, target);
  }

  private Map<StudentId, String> names(CreditingFile file) {
    Set<StudentId> students = new HashSet<>();
    file.applications().forEach(one -> students.add(one.application().student()));
    Map<StudentId, String> names = new HashMap<>();
    if (!students.isEmpty()) {
      directory.listStudents(students).forEach(one -> names.put(one.id(), one.name()));
    }
    return names;
  }

  /**
   * Writes an application at the school where the student is on its first day.
   *
   * @return its id
   * @throws org.tsunagi.plugin.shared.RefusedException where it does not make sense
   */
  public String apply(Actor actor, StudentId student, CreditingCommand.Application command) {
    List<Enrolment> stays = places.stays(student);
    gate.require(actor, Privilege.CREDITING_WRITE, new Target.OfStudent(student, stays));
    ApplicationContent asked = command.content();
    Optional<SchoolId> school = CreditingPlaces.schoolOn(stays, asked.period().first());
    school.ifPresent(
        at ->
            gate.require(
                actor, Privilege.CREDITING_WRITE, CreditingPlaces.target(student, stays, at)));
    return transactions.runSql(
        connection -> {
          known(actor, connection, asked, new Target.OfStudent(student, stays));
          ApplicationContent content = checks.check(connection, asked, stays, school);
          CreditingApplication added =
              applications.add(
                  connection,
                  school.orElseThrow(),
                  student,
                  content,
                  false,
                  places.sign(actor, school));
          audit.record(
              connection, actor, school, "crediting.apply", object(added), facts(student, content));
          return added.id();
        });
  }

  /**
   * Changes what an application asks for; what it said is kept.
   *
   * @throws Stale where it was changed meanwhile
   */
  public void change(Actor actor, String id, CreditingCommand.Application command) {
    transactions.runSql(
        connection -> {
          CreditingApplication before =
              applications.findLocked(connection, id).orElseThrow(Missing::new);
          List<Enrolment> stays = places.stays(before.student());
          Optional<SchoolId> school = Optional.of(before.school());
          Target.OfStudent target =
              CreditingPlaces.target(before.student(), stays, before.school());
          gate.require(actor, Privilege.CREDITING_WRITE, target);
          known(actor, connection, before.content(), target);
          ApplicationContent asked = command.content();
          known(actor, connection, asked, target);
          if (command.version() == null || command.version() != before.version()) {
            throw new Stale(
                Map.of("yours", asked, "theirs", before.content(), "version", before.version()));
          }
          ApplicationContent content = checks.check(connection, asked, stays, school);
          if (!content.equals(before.content())) {
            applications.change(connection, before, content, places.sign(actor, school));
            audit.record(
                connection,
                actor,
                school,
                "crediting.change",
                object(before),
                facts(before.student(), content));
          }
          return true;
        });
  }

  private void known(
      Actor actor, Connection connection, ApplicationContent content, Target.OfStudent target) {
    if (checks.isRestricted(connection, content)) {
      gate.require(actor, Privilege.RESTRICTED_READ, target);
    }
  }

  static String object(CreditingApplication application) {
    return "crediting:" + application.id();
  }

  private static Map<String, String> facts(StudentId student, ApplicationContent content) {
    return Map.of(
        "student", student.value(),
        "kind", content.kind(),
        "facility", content.facility(),
        "firstOn", content.period().first().toString(),
        "lastOn", content.period().last().toString());
  }
}
