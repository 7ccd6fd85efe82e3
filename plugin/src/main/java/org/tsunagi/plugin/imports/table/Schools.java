// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.file.Row;

/** The host's schools with their homerooms and grades, each asked for once. */
final class Schools {
  private final StudentDirectory directory;
  private final Set<String> known;
  private final Map<String, Map<String, Homeroom>> homerooms = new HashMap<>();

  Schools(StudentDirectory directory) {
    this.directory = directory;
    this.known =
        directory.listSchools().stream()
            .map(school -> school.id().value())
            .collect(Collectors.toSet());
  }

  /** Finds the school a row names, and complains where there is none. */
  Optional<SchoolId> find(Row row) {
    String id = row.text("schoolSourcedId");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (!known.contains(id)) {
      row.error(
          "UNKNOWN_SCHOOL", "schoolSourcedId", "この学校は名簿にありません。先に名簿（roster）を取り込むか、番号を確かめてください。");
      return Optional.empty();
    }
    return Optional.of(new SchoolId(id));
  }

  /** Finds the school of an id that is in the roster. */
  Optional<SchoolId> find(String id) {
    return known.contains(id) ? Optional.of(new SchoolId(id)) : Optional.empty();
  }

  /** Returns the homerooms of a school's year by their ids. */
  Map<String, Homeroom> homerooms(SchoolId school, int schoolYear) {
    return homerooms.computeIfAbsent(
        schoolYear + " " + school.value(),
        key ->
            directory.listHomerooms(school, schoolYear).stream()
                .collect(Collectors.toMap(room -> room.id().value(), room -> room)));
  }

  /** Tells whether a school's year, or the one before it, is in the roster. */
  boolean hasYear(SchoolId school, int schoolYear) {
    return !homerooms(school, schoolYear).isEmpty() || !homerooms(school, schoolYear - 1).isEmpty();
  }

  /** Returns every grade of the stages a school has; all of them while it has no homeroom. */
  Set<Grade> grades(SchoolId school, int schoolYear) {
    Set<Grade> named = EnumSet.noneOf(Grade.class);
    homerooms(school, schoolYear).values().forEach(room -> named.add(room.grade()));
    Set<Grade> all = EnumSet.copyOf(named);
    for (Grade grade : Grade.values()) {
      boolean stage =
          named.isEmpty()
              || named.stream().anyMatch(g -> g.name().charAt(0) == grade.name().charAt(0));
      if (stage && grade != Grade.H4) {
        all.add(grade);
      }
    }
    return all;
  }
}
