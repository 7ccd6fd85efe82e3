// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
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
  private final CreditingPlaces places;
  private final ApplicationTable applications;
  private final ApplicationChecks checks;
  private final CreditingViews views;

  /** Makes the service. */
  @Activate
  public CreditingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference StudentDirectory directory,
      @Reference CreditingPlaces places,
      @Reference ApplicationTable applications,
      @Reference ApplicationChecks checks,
      @Reference CreditingViews views) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.directory = directory;
    this.places = places;
    this.applications = applications;
    this.checks = checks;
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
    Reach readable = readable(actor, schoolYear, school);
    SchoolYear year = new SchoolYear(schoolYear);
    List<ApplicationView.Row> rows =
        transactions.runSql(
            connection ->
                views.rows(
                    connection,
                    applications
                        .list(
                            connection,
                            readable.schools(),
                            new DateRange(year.first(), year.last()))
                        .stream()
                        .filter(readable::may)
                        .toList()));
    return rows.stream().filter(row -> state.map(row.state()::equals).orElse(true)).toList();
  }

  /** Lists a student's applications that the actor may read, newest first. */
  public List<ApplicationView.Row> listOf(Actor actor, StudentId student) {
    List<Enrolment> stays = places.stays(student);
    List<CreditingApplication> own =
        transactions.runSql(connection -> applications.list(connection, student));
    List<CreditingApplication> may =
        own.stream()
            .filter(
                one ->
                    gate.permits(
                        actor,
                        Privilege.CREDITING_READ,
                        CreditingPlaces.target(student, stays, one.school())))
            .toList();
    if (may.isEmpty()) {
      gate.require(actor, Privilege.CREDITING_READ, new Target.OfStudent(student, stays));
    }
    return transactions.runSql(connection -> views.rows(connection, may));
  }

  /** Shows an application. */
  public ApplicationView view(Actor actor, String id) {
    return transactions.runSql(
        connection -> {
          CreditingApplication application =
              applications.find(connection, id).orElseThrow(Missing::new);
          List<Enrolment> stays = places.stays(application.student());
          Target.OfStudent target =
              CreditingPlaces.target(application.student(), stays, application.school());
          gate.require(actor, Privilege.CREDITING_READ, target);
          return views.show(
              connection,
              application,
              stays,
              gate.permits(actor, Privilege.CREDITING_WRITE, target),
              gate.permits(actor, Privilege.CREDITING_DECIDE, target));
        });
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
          gate.require(
              actor,
              Privilege.CREDITING_WRITE,
              CreditingPlaces.target(before.student(), stays, before.school()));
          ApplicationContent asked = command.content();
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

  /** What an actor may read of a school year: whole schools, or students of homerooms. */
  private record Reach(Set<SchoolId> whole, Set<SchoolId> parts, Set<StudentId> students) {
    Set<SchoolId> schools() {
      Set<SchoolId> all = new HashSet<>(whole);
      all.addAll(parts);
      return all;
    }

    boolean may(CreditingApplication one) {
      return whole.contains(one.school())
          || (parts.contains(one.school()) && students.contains(one.student()));
    }
  }

  private Reach readable(Actor actor, int schoolYear, Optional<SchoolId> only) {
    Set<SchoolId> whole = new HashSet<>();
    Set<SchoolId> parts = new HashSet<>();
    Set<StudentId> students = new HashSet<>();
    for (SchoolId school : only.map(List::of).orElseGet(this::schools)) {
      if (gate.permits(actor, Privilege.CREDITING_READ, new Target.OfSchool(school))) {
        whole.add(school);
      } else if (holdsPost(actor, school)) {
        for (Homeroom room : ownHomerooms(actor, school, schoolYear)) {
          parts.add(school);
          SchoolYear year = new SchoolYear(schoolYear);
          directory
              .listHomeroomEnrolments(room.id(), year.first(), year.last())
              .forEach(stay -> students.add(stay.student()));
        }
      }
    }
    if (whole.isEmpty() && parts.isEmpty()) {
      gate.require(
          actor,
          Privilege.CREDITING_READ,
          only.<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new));
    }
    return new Reach(whole, parts, students);
  }

  private List<SchoolId> schools() {
    return directory.listSchools().stream().map(School::id).toList();
  }

  private static boolean holdsPost(Actor actor, SchoolId school) {
    return actor.posts().stream().anyMatch(post -> post.school().map(school::equals).orElse(false));
  }

  private List<Homeroom> ownHomerooms(Actor actor, SchoolId school, int schoolYear) {
    List<Homeroom> own = new ArrayList<>();
    for (Homeroom room : directory.listHomerooms(school, schoolYear)) {
      if (gate.permits(actor, Privilege.CREDITING_READ, new Target.OfHomeroom(room))) {
        own.add(room);
      }
    }
    return own;
  }
}
