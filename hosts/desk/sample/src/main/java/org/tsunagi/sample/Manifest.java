// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.util.List;

/** The manifest of a OneRoster zip. */
final class Manifest {
  private Manifest() {}

  /** Gives the rows of a zip that carries the whole roster. */
  static void bulk(CsvSheet.Sink sink) throws IOException {
    sink.row("manifest.version", "1.0");
    sink.row("oneroster.version", "1.2");
    for (String file :
        List.of("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs")) {
      sink.row("file." + file, "bulk");
    }
    sink.row("file.roles", "bulk");
    sink.row("file.users", "bulk");
    for (String file :
        List.of(
            "categories",
            "classResources",
            "courseResources",
            "lineItems",
            "lineItemLearningObjectiveIds",
            "lineItemScoreScales",
            "resources",
            "resultLearningObjectiveIds",
            "results",
            "resultScoreScales",
            "scoreScales",
            "userProfiles",
            "userResources")) {
      sink.row("file." + file, "absent");
    }
    sink.row("source.systemName", "Tsunagi sample");
    sink.row("source.systemCode", "tsunagi-sample");
  }
}
