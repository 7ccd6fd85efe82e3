// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.guidancerecord.domain.ClosedRow;
import org.tsunagi.plugin.guidancerecord.domain.ExcerptRule;
import org.tsunagi.plugin.guidancerecord.domain.OnlineRule;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.domain.RecordRow;
import org.tsunagi.plugin.guidancerecord.domain.RecordRowRule;
import org.tsunagi.plugin.guidancerecord.domain.RemarkItem;
import org.tsunagi.plugin.guidancerecord.domain.RepeatedYearRule;
import org.tsunagi.plugin.guidancerecord.persistence.ClosingTable;
import org.tsunagi.plugin.guidancerecord.persistence.NotesTable;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.StayCount;

/**
 * Puts a student's record together from what was counted, closed and typed.
 *
 * @param student the student with all stays
 * @param schoolYear the year that is shown in full
 * @param counted the counted stays, by school year
 * @param closed the closed rows
 * @param typed the newest notes of each school and year
 * @param restrictedToo whether the reader may see restricted reasons and guarded schools
 * @param today today
 */
record RecordAssembly(
    StudentRecord student,
    int schoolYear,
    Map<Integer, List<StayCount>> counted,
    List<ClosingTable.Kept> closed,
    List<NotesTable.Saved> typed,
    boolean restrictedToo,
    LocalDate today) {
  RecordView view(boolean editable) {
    List<StayCount> stays = counted.getOrDefault(schoolYear, List.of());
    List<RecordView.Row> rows = rows();
    Optional<RecordView.Row> last =
        rows.stream().filter(row -> row.schoolYear() == schoolYear).reduce((a, b) -> b);
    NotesTable.Saved saved = notesOf(last.map(RecordView.Row::schoolSourcedId).orElse(""));
    RecordNotes notes = saved.notes();
    List<RemarkItem> remarks = last.map(RecordView.Row::remarks).orElse(List.of());
    return new RecordView(
        student.id().value(),
        student.student().name(),
        schoolYear,
        last.map(row -> row.grade().startsWith("P")).orElse(false) ? "児童" : "生徒",
        rows,
        new RecordTransfers(student, typed, restrictedToo, today).list(schoolYear),
        new RecordView.Excerpt(
            ExcerptRule.items(remarks, notes.carried().map(Set::copyOf)), notes.excerptNote()),
        OnlineRule.rows(stays).stream()
            .map(
                row -> {
                  RecordNotes.OnlineText text = notes.textOf(row.cause());
                  return new RecordView.Online(
                      row.cause(),
                      row.daysHeld(),
                      row.daysTakenPart(),
                      text.method(),
                      text.other(),
                      row.emergency());
                })
            .toList(),
        new RecordView.Notes(
            saved.school().value(),
            saved.version(),
            shown(notes),
            saved.savedBy(),
            saved.version() == 0 ? Optional.empty() : Optional.of(saved.savedAt())),
        editable);
  }

  private NotesTable.Saved notesOf(String school) {
    return typed.stream()
        .filter(one -> one.schoolYear() == schoolYear && one.school().value().equals(school))
        .findFirst()
        .orElse(
            new NotesTable.Saved(
                new SchoolId(school.isEmpty() ? "-" : school),
                schoolYear,
                0,
                RecordNotes.NONE,
                "",
                java.time.Instant.EPOCH));
  }

  /** Takes a guarded school out of what was typed. */
  private RecordNotes shown(RecordNotes notes) {
    RecordNotes.Leaving leaving = notes.leaving();
    if (restrictedToo || !leaving.protectedPlace()) {
      return notes;
    }
    return new RecordNotes(
        notes.carried(),
        notes.excerptNote(),
        notes.online(),
        new RecordNotes.Leaving(
            leaving.lastDayUnknown(),
            leaving.movingDays(),
            leaving.lastAttendedOn(),
            leaving.acceptedOn(),
            "",
            "",
            "",
            leaving.fromAddress(),
            "",
            true),
        notes.repeatReason());
  }

  List<RecordView.Row> rows() {
    Map<String, RecordView.Row> rows = new LinkedHashMap<>();
    for (ClosingTable.Kept kept : closed) {
      RecordView.Row row = closedRow(kept);
      rows.put(key(row.schoolYear(), row.schoolSourcedId(), row.grade()), row);
    }
    counted.forEach(
        (year, stays) -> {
          for (RecordRow row : RecordRowRule.rows(year, stays)) {
            rows.merge(
                key(year, row.school().value(), row.grade().name()),
                countedRow(row),
                RecordAssembly::beside);
          }
        });
    for (Enrolment stay : student.stays()) {
      if (stay.schoolYear() <= SchoolYear.of(today).year()) {
        rows.computeIfAbsent(
            key(stay.schoolYear(), stay.school().value(), stay.grade().name()),
            key -> openRow(stay));
      }
    }
    return rows.values().stream()
        .sorted(Comparator.comparingInt(RecordView.Row::schoolYear).thenComparing(this::firstDay))
        .toList();
  }

  private LocalDate firstDay(RecordView.Row row) {
    return student.stays().stream()
        .filter(stay -> stay.schoolYear() == row.schoolYear())
        .filter(stay -> stay.school().value().equals(row.schoolSourcedId()))
        .filter(stay -> stay.grade().name().equals(row.grade()))
        .map(Enrolment::first)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  private static String key(int year, String school, String grade) {
    return year + "\t" + grade + "\t" + school;
  }

  /** Shows the closed figures and, where they differ, those of today beside them. */
  private static RecordView.Row beside(RecordView.Row closed, RecordView.Row now) {
    return new RecordView.Row(
        closed.schoolYear(),
        closed.schoolSourcedId(),
        closed.schoolName(),
        closed.grade(),
        closed.gradeLabel(),
        now.stays(),
        closed.state(),
        closed.figures(),
        closed.figures().equals(now.figures()) ? Map.of() : now.figures(),
        closed.remarks(),
        now.pendingDays(),
        closed.closing(),
        closed.repeated(),
        closed.repeatText());
  }

  private RecordView.Row closedRow(ClosingTable.Kept kept) {
    ClosedRow row = restrictedToo ? kept.row() : kept.row().masked();
    return row(
        new Place(kept.closing().schoolYear(), kept.closing().school(), row.grade()),
        List.of(),
        "closed",
        ordered(row.figures()),
        row.remarks(),
        0,
        kept.closing().number());
  }

  private static Map<String, Integer> ordered(Map<String, Integer> figures) {
    Map<String, Integer> ordered = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      ordered.put(figure.code(), figures.getOrDefault(figure.code(), 0));
    }
    return ordered;
  }

  private RecordView.Row countedRow(RecordRow row) {
    return row(
        new Place(row.schoolYear(), row.school(), row.grade()),
        row.stays(),
        "counted",
        Figure.all(row.tally()),
        row.remarks().stream().map(one -> restrictedToo ? one : one.masked()).toList(),
        row.pendingDays(),
        0);
  }

  private RecordView.Row openRow(Enrolment stay) {
    return row(
        new Place(stay.schoolYear(), stay.school(), stay.grade()),
        List.of(),
        "open",
        Map.of(),
        List.of(),
        0,
        0);
  }

  private record Place(int schoolYear, SchoolId school, Grade grade) {}

  private RecordView.Row row(
      Place place,
      List<org.tsunagi.plugin.shared.DateRange> stays,
      String state,
      Map<String, Integer> figures,
      List<RemarkItem> remarks,
      int pendingDays,
      int closing) {
    boolean repeated = RepeatedYearRule.earlierYears(student.stays()).contains(place.schoolYear());
    return new RecordView.Row(
        place.schoolYear(),
        place.school().value(),
        schoolName(place.school()),
        place.grade().name(),
        place.grade().label(),
        stays,
        state,
        figures,
        Map.of(),
        remarks,
        pendingDays,
        closing,
        repeated,
        repeated
            ? RepeatedYearRule.oldRecord(
                place.schoolYear(), place.grade(), repeatReason(place.schoolYear()))
            : "");
  }

  private String repeatReason(int year) {
    return typed.stream()
        .filter(one -> one.schoolYear() == year)
        .map(one -> one.notes().repeatReason())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private String schoolName(SchoolId school) {
    return student.school(school).map(School::name).orElse(school.value());
  }
}
