// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldDigest;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;
import org.tsunagi.plugin.retention.persistence.HeldRows;

/** All that every feature holds about a child at a school. It checks no rights. */
@Component(service = HeldRegistry.class)
public class HeldRegistry {
  private final List<HeldAboutChild> features;
  private final HeldRows rows;

  /** Takes what the features say. */
  @Activate
  public HeldRegistry(
      @Reference(
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<HeldAboutChild> features,
      @Reference HeldRows rows) {
    this.features = List.copyOf(features);
    this.rows = rows;
  }

  /** Reads everything, by kind. */
  List<HeldDigest.Rows> readAll(Connection connection, SchoolId school, StudentId student) {
    return read(connection, school, student, table -> true).stream()
        .sorted(Comparator.comparing(one -> one.table().kind()))
        .toList();
  }

  /** Reads the files that lie beside the rows. */
  void readFiles(
      Connection connection, SchoolId school, StudentId student, HeldAboutChild.Files files) {
    features.forEach(feature -> feature.files(connection, school, student, files));
  }

  /** Lists the tables of all features. */
  public List<HeldTable> tables() {
    return features.stream().flatMap(feature -> feature.tables().stream()).toList();
  }

  /** Reads what is destroyed when the time is over. */
  public List<HeldDigest.Rows> readDue(Connection connection, SchoolId school, StudentId student) {
    return read(connection, school, student, table -> table.atEnd() == AtEnd.DESTROYED);
  }

  private List<HeldDigest.Rows> read(
      Connection connection, SchoolId school, StudentId student, Predicate<HeldTable> which) {
    return features.stream()
        .flatMap(feature -> feature.tables().stream())
        .filter(which)
        .map(table -> new HeldDigest.Rows(table, rows.list(connection, table, school, student)))
        .toList();
  }

  /** Destroys what is due, table after table as the features order them. */
  void destroy(Connection connection, SchoolId school, StudentId student) {
    for (HeldAboutChild feature : features) {
      for (HeldTable table : feature.tables()) {
        if (table.atEnd() == AtEnd.DESTROYED) {
          rows.destroy(connection, table, school, student);
        }
      }
    }
  }
}
