// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Profiles of schools. */
public final class SchoolsKind implements ImportKind {
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("schoolSourcedId", 255),
          Column.optional("prefecture", 20),
          Column.optional("municipality", 60),
          Column.optional("establishingBody", 12),
          Column.optional("schoolCode", 20));

  private final StudentDirectory directory;
  private final SchoolProfiles profiles;

  /** Makes the kind. */
  public SchoolsKind(StudentDirectory directory, SchoolProfiles profiles) {
    this.directory = directory;
    this.profiles = profiles;
  }

  @Override
  public String id() {
    return "schools";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    Schools schools = new Schools(directory);
    Map<SchoolId, SchoolProfile> read = new HashMap<>();
    new Upload(run, "schools.csv").read(SPEC, List.of(row -> read(row, schools, read)));
    JobCounts counts = JobCounts.NONE;
    if (run.findings().refuse()) {
      return counts;
    }
    for (SchoolProfile profile : read.values()) {
      Optional<SchoolProfile> there = profiles.find(run.connection(), profile.school());
      boolean same = there.equals(Optional.of(profile));
      if (!same) {
        profiles.save(run.connection(), profile);
      }
      counts =
          counts.plus(
              new JobCounts(
                  there.isEmpty() ? 1 : 0, there.isPresent() && !same ? 1 : 0, same ? 1 : 0, 0, 0));
    }
    return counts;
  }

  private static void read(Row row, Schools schools, Map<SchoolId, SchoolProfile> read) {
    Optional<SchoolId> school = schools.find(row);
    String body =
        row.choice("establishingBody", List.of("", "public", "national", "private", "corporate"));
    if (school.isEmpty() || !row.usable()) {
      return;
    }
    SchoolProfile profile =
        new SchoolProfile(
            school.get(),
            row.text("prefecture"),
            row.text("municipality"),
            body,
            row.text("schoolCode"));
    if (read.putIfAbsent(school.get(), profile) != null) {
      row.error("DUPLICATE_KEY", "schoolSourcedId", "同じ学校の行が2つあります。1つにしてください。");
    }
  }
}
