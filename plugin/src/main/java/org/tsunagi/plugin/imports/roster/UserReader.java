// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads students and staff of {@code users.csv} and hands them on one by one. */
final class UserReader implements RosterReader {
  @Override
  public TableSpec spec() {
    return UserColumns.SPEC;
  }

  /** The findings of cells were told when the guardians were read, so only usable rows count. */
  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    String id = row.text("sourcedId");
    List<RosterBook.Role> roles = book.roles.getOrDefault(id, List.of());
    boolean student = roles.stream().anyMatch(role -> role.role().equals("student"));
    boolean guardian = roles.stream().anyMatch(role -> RoleReader.GUARDIANS.contains(role.role()));
    Optional<Student> there = book.bulk ? Optional.empty() : book.directory.find(new StudentId(id));
    if (student || (roles.isEmpty() && there.isPresent())) {
      student(row, book, ended, there);
    } else if (roles.stream().anyMatch(role -> role.post().isPresent())
        || (!book.bulk && book.staffDirectory.find(new StaffId(id)).isPresent())) {
      staff(row, book, ended);
    } else if (!guardian && roles.isEmpty() && !book.refused(RosterFile.ROLES, id)) {
      row.warn("USER_WITHOUT_ROLE", "sourcedId", "roles.csv に役割がないので、取り込みません。役割の行を加えてください。");
    }
  }

  private static void staff(Row row, RosterBook book, boolean ended) {
    String id = row.text("sourcedId");
    book.staff.add(id);
    String username = row.text("username");
    if (username.isEmpty()) {
      row.error("EMPTY_CELL", "username", "教職員にはサインインの名前（username）が必要です。値を入れてください。");
    } else if (!ended && !book.usernames.add(username.toLowerCase(Locale.ROOT))) {
      row.error("DUPLICATE_KEY", "username", "同じ username の教職員が2人います。1人ずつ別の名前にしてください。");
    }
    if (row.usable() && book.writes()) {
      book.intake.put(
          new RosterRow.StaffRow(
              new StaffId(id),
              username,
              UserColumns.name(row),
              UserColumns.kana(row),
              row.text("email"),
              ended));
    }
  }

  private static void student(Row row, RosterBook book, boolean ended, Optional<Student> there) {
    String id = row.text("sourcedId");
    book.students.put(id, List.copyOf(ClassReader.grades(row)));
    if (!row.text("metadata.jp.homeClass").isEmpty()) {
      book.homeClasses.put(id, row.text("metadata.jp.homeClass"));
    }
    if (!row.usable() || !book.writes()) {
      return;
    }
    RosterBook.Person person =
        Optional.ofNullable(book.demographics.get(id))
            .or(() -> there.map(s -> new RosterBook.Person(s.sex(), s.birthDate())))
            .orElse(new RosterBook.Person("unspecified", Optional.empty()));
    List<Guardian> guardians = guardians(row, book);
    Student student =
        new Student(
            new StudentId(id),
            row.text("familyName"),
            UserColumns.given(row),
            row.text("metadata.jp.kanaFamilyName"),
            UserColumns.givenKana(row),
            person.sex(),
            person.birthDate(),
            row.text("identifier"),
            guardians.isEmpty() ? there.map(Student::guardians).orElse(guardians) : guardians);
    book.intake.put(new RosterRow.StudentRow(student, ended));
  }

  private static List<Guardian> guardians(Row row, RosterBook book) {
    List<Guardian> found = new ArrayList<>();
    for (String agent : row.listOf("agentSourcedIds")) {
      Guardian guardian = book.guardians.get(agent);
      if (guardian != null) {
        found.add(guardian);
      } else if (book.bulk) {
        row.warn(
            "UNKNOWN_AGENT", "agentSourcedIds", "この保護者は users.csv と roles.csv にありません。番号を確かめてください。");
      }
    }
    return found;
  }
}
