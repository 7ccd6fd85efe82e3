// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.sql.Connection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.guidancerecord.domain.RecordRow;
import org.tsunagi.plugin.guidancerecord.domain.RecordRowRule;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.shared.Missing;

/** The figures of a homeroom, a grade or a school, counted in one pass. */
@Component(service = ClassRecordService.class)
public final class ClassRecordService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final RecordCounts counts;

  /** Makes the service. */
  @Activate
  public ClassRecordService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference RecordCounts counts) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.counts = counts;
  }

  /**
   * What to show.
   *
   * @param school the school
   * @param schoolYear the school year
   * @param grade only this grade
   * @param homeroom only those who were in this homeroom on some day of the year
   */
  public record Query(
      SchoolId school, int schoolYear, Optional<Grade> grade, Optional<HomeroomId> homeroom) {}

  /** Lists the figures. */
  public ClassRecords list(Actor actor, Query query) {
    List<Homeroom> rooms = directory.listHomerooms(query.school(), query.schoolYear());
    return list(actor, query, rooms, schoolName(query.school()));
  }

  /** Lists the figures, where the homerooms and the school's name were read before. */
  public ClassRecords list(Actor actor, Query query, List<Homeroom> rooms, String schoolName) {
    Optional<Homeroom> room = query.homeroom().map(id -> find(rooms, id).orElseThrow(Missing::new));
    Target target =
        room.<Target>map(Target.OfHomeroom::new)
            .orElseGet(() -> new Target.OfSchool(query.school()));
    gate.require(actor, Privilege.RECORD_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    Set<Grade> grades = room.isPresent() ? Set.of() : query.grade().map(Set::of).orElse(Set.of());
    String place = room.map(Homeroom::name).or(() -> query.grade().map(Grade::label)).orElse("");
    List<ClassRecords.Line> lines =
        transactions.runSql(connection -> lines(connection, query, room, rooms, grades, openly));
    return new ClassRecords(query.school().value(), schoolName, query.schoolYear(), place, lines);
  }

  private List<ClassRecords.Line> lines(
      Connection connection,
      Query query,
      Optional<Homeroom> room,
      List<Homeroom> rooms,
      Set<Grade> grades,
      boolean openly) {
    Counting.Counted counted =
        counts.school(connection, query.school(), query.schoolYear(), grades);
    Set<StudentId> wanted =
        counted.enrolments().stream()
            .filter(stay -> room.isEmpty() || stay.homeroom().equals(room.map(Homeroom::id)))
            .map(Enrolment::student)
            .collect(Collectors.toSet());
    Map<StudentId, Enrolment> newest = new HashMap<>();
    counted.enrolments().stream()
        .filter(stay -> room.isEmpty() || stay.homeroom().equals(room.map(Homeroom::id)))
        .forEach(stay -> newest.put(stay.student(), stay));
    Map<StudentId, Student> people =
        directory.listStudents(wanted).stream()
            .collect(Collectors.toMap(Student::id, student -> student));
    return counted.students().stream()
        .filter(student -> wanted.contains(student.student()))
        .map(student -> openly ? student : student.masked())
        .flatMap(
            student ->
                RecordRowRule.rows(query.schoolYear(), student.stays()).stream()
                    .map(
                        row ->
                            line(
                                student,
                                row,
                                Optional.ofNullable(newest.get(student.student())),
                                rooms,
                                Optional.ofNullable(people.get(student.student())))))
        .sorted(
            Comparator.comparing((ClassRecords.Line line) -> line.row().grade())
                .thenComparing(ClassRecords.Line::homeroom)
                .thenComparingInt(ClassRecords.Line::number)
                .thenComparing(ClassRecords.Line::studentSourcedId))
        .toList();
  }

  private static ClassRecords.Line line(
      StudentCount student,
      RecordRow row,
      Optional<Enrolment> stay,
      List<Homeroom> rooms,
      Optional<Student> person) {
    List<DayVerdict> days = student.stays().stream().flatMap(one -> one.days().stream()).toList();
    return new ClassRecords.Line(
        student.student().value(),
        person.map(Student::name).orElse(student.student().value()),
        stay.flatMap(Enrolment::homeroom)
            .flatMap(id -> find(rooms, id))
            .map(Homeroom::name)
            .orElse(""),
        stay.map(Enrolment::number).orElse(0),
        row,
        days.stream()
            .filter(day -> day.dayClass() == DayClass.UNKNOWN)
            .map(DayVerdict::date)
            .toList(),
        days.stream().filter(RecordRowRule::waits).map(DayVerdict::date).toList());
  }

  private static Optional<Homeroom> find(List<Homeroom> rooms, HomeroomId id) {
    return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
  }

  private String schoolName(SchoolId school) {
    return directory.listSchools().stream()
        .filter(one -> one.id().equals(school))
        .map(School::name)
        .findFirst()
        .orElse(school.value());
  }
}
