// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.Sql;

/** Keeps stays and homerooms in the counting copy, in the transaction that changes them. */
@Component(service = RosterFeed.class)
public final class RosterCopy implements RosterFeed {
  private final Transactions transactions;

  /** Makes the feed. */
  @Activate
  public RosterCopy(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void homeroomsChanged(List<Homeroom> homerooms) {
    transactions.runSql(
        connection -> {
          writeHomerooms(connection, homerooms);
          return true;
        });
  }

  @Override
  public void enrolmentsChanged(List<Enrolment> changed, Set<String> removedIds) {
    transactions.runSql(
        connection -> {
          writeStays(connection, changed, removedIds);
          return true;
        });
  }

  static void writeHomerooms(Connection connection, List<Homeroom> homerooms) {
    Map<String, Integer> schools =
        Numbers.SCHOOL.assign(
            connection,
            homerooms.stream().map(room -> room.school().value()).collect(Collectors.toSet()));
    Map<String, Integer> numbers =
        Numbers.HOMEROOM.assign(
            connection,
            homerooms.stream().map(room -> room.id().value()).collect(Collectors.toSet()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Homeroom room : homerooms) {
      rows.add(
          new Object[] {
            schools.get(room.school().value()),
            room.schoolYear(),
            room.grade().name(),
            room.name(),
            room.specialNeeds(),
            numbers.get(room.id().value())
          });
    }
    Sql.batch(
        connection,
        "UPDATE count_homeroom SET school_no = ?, school_year = ?, grade = ?, name = ?,"
            + " special_needs = ? WHERE homeroom_no = ?",
        rows);
  }

  static void writeStays(Connection connection, List<Enrolment> changed, Set<String> removedIds) {
    Map<String, Enrolment> latest = new LinkedHashMap<>();
    changed.forEach(stay -> latest.put(stay.id(), stay));
    Set<String> gone = new LinkedHashSet<>(removedIds);
    gone.addAll(latest.keySet());
    if (gone.isEmpty()) {
      return;
    }
    Sql.update(
        connection,
        "DELETE FROM count_stay WHERE stay_id IN"
            + " (SELECT k.id FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id))",
        Sql.array(connection, "varchar", gone));
    Sql.batch(
        connection,
        "INSERT INTO count_stay (school_no, stay_id, student_no, school_year, grade, homeroom_no,"
            + " register_no, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(connection, latest.values().stream().toList()));
  }

  private static List<@Nullable Object[]> rows(Connection connection, List<Enrolment> stays) {
    Map<String, Integer> schools =
        Numbers.SCHOOL.assign(
            connection,
            stays.stream().map(stay -> stay.school().value()).collect(Collectors.toSet()));
    Map<String, Integer> students =
        Numbers.STUDENT.assign(
            connection,
            stays.stream().map(stay -> stay.student().value()).collect(Collectors.toSet()));
    Map<String, Integer> rooms =
        Numbers.HOMEROOM.assign(
            connection,
            stays.stream()
                .flatMap(stay -> stay.homeroom().stream())
                .map(room -> room.value())
                .collect(Collectors.toSet()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Enrolment stay : stays) {
      rows.add(
          new @Nullable Object[] {
            schools.get(stay.school().value()),
            stay.id(),
            students.get(stay.student().value()),
            stay.schoolYear(),
            stay.grade().name(),
            stay.homeroom().map(room -> rooms.get(room.value())).orElse(null),
            stay.number(),
            Days.of(stay.first()),
            stay.last().map(Days::of).orElse(null)
          });
    }
    return rows;
  }
}
