// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads {@code classes.csv}: homerooms are kept, other classes only known. */
final class ClassReader implements RosterReader {
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.key("title", 255),
              Column.optional("grades", 100),
              Column.key("classType", 20),
              Column.key("schoolSourcedId", 255),
              Column.key("termSourcedIds", 2000),
              Column.optional("metadata.jp.specialNeeds", 40))
          .ignoring(
              "dateLastModified",
              "courseSourcedId",
              "classCode",
              "location",
              "subjects",
              "subjectCodes",
              "periods");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    boolean special = row.flag("metadata.jp.specialNeeds", false);
    String type = row.choice("classType", List.of("homeroom", "scheduled"));
    Set<Grade> grades = grades(row);
    Optional<SchoolId> school = book.school(row.text("schoolSourcedId"));
    boolean told = book.refused(RosterFile.ORGS, row.text("schoolSourcedId"));
    if (school.isEmpty() && row.usable() && !told) {
      row.error(
          "UNKNOWN_SCHOOL",
          "schoolSourcedId",
          "この学校は orgs.csv にありません（type が school の行）。番号を確かめてください。");
    }
    List<RosterBook.Session> terms = terms(row, book);
    String id = row.text("sourcedId");
    boolean untold =
        row.listOf("termSourcedIds").stream()
            .anyMatch(t -> book.refused(RosterFile.ACADEMIC_SESSIONS, t));
    if (!row.usable() || school.isEmpty() || untold) {
      book.refuse(RosterFile.CLASSES, id);
      return;
    }
    if (type.equals("scheduled")) {
      book.classes.put(id, new RosterBook.ClassRoom(Optional.empty(), grades));
      return;
    }
    if (grades.isEmpty() || terms.isEmpty()) {
      row.error(
          "EMPTY_CELL",
          grades.isEmpty() ? "grades" : "termSourcedIds",
          "ホームルームの学級には、学年と年度（学期）が必要です。値を入れてください。");
      return;
    }
    Homeroom room =
        new Homeroom(
            new HomeroomId(id),
            school.get(),
            terms.get(0).schoolYear(),
            grades.iterator().next(),
            row.text("title"),
            special);
    book.classes.put(id, new RosterBook.ClassRoom(Optional.of(room), grades));
    if (book.writes()) {
      book.intake.put(new RosterRow.HomeroomRow(room, ended));
    }
  }

  /** Reads grades, the lowest first. */
  static Set<Grade> grades(Row row) {
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (String code : row.listOf("grades")) {
      Optional<Grade> grade = Grade.find(code);
      grade.ifPresent(grades::add);
      if (grade.isEmpty()) {
        row.error("UNKNOWN_GRADE", "grades", "学年は P1〜P6、J1〜J3、H1〜H3 のどれかにしてください。");
      }
    }
    return grades;
  }

  private static List<RosterBook.Session> terms(Row row, RosterBook book) {
    for (String id : row.listOf("termSourcedIds")) {
      if (book.refused(RosterFile.ACADEMIC_SESSIONS, id)) {
        return List.of();
      }
      if (!book.sessions.containsKey(id)) {
        row.error(
            "UNKNOWN_SESSION",
            "termSourcedIds",
            "この年度・学期は academicSessions.csv にありません。番号を確かめてください。");
        return List.of();
      }
    }
    return row.listOf("termSourcedIds").stream()
        .map(book.sessions::get)
        .filter(java.util.Objects::nonNull)
        .sorted(java.util.Comparator.comparing(RosterBook.Session::first))
        .toList();
  }
}
