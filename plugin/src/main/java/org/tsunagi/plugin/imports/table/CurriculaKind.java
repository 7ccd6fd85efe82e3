// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.curriculum.PlanIntake;
import org.tsunagi.plugin.curriculum.PlanReader;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.Malformed;

/** Curriculum plans as a JSON file; they are taken as drafts, never as approved. */
public final class CurriculaKind implements ImportKind {
  private static final String FILE = "curriculum-plans.json";
  private static final int LARGEST = 4 << 20;

  private final StudentDirectory directory;
  private final PlanIntake intake;

  /** Makes the kind. */
  public CurriculaKind(StudentDirectory directory, PlanIntake intake) {
    this.directory = directory;
    this.intake = intake;
  }

  private record Line(
      SchoolId school, String name, StoredPlan.Target target, CurriculumPlan plan) {}

  @Override
  public String id() {
    return "curricula";
  }

  @Override
  public Optional<Privilege> alsoNeeded() {
    return Optional.of(Privilege.CURRICULUM_WRITE);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    byte[] text;
    try (InputStream in = run.open()) {
      text = in.readNBytes(LARGEST + 1);
    }
    if (text.length > LARGEST) {
      refuse(run, "TOO_LARGE", 0, "", "ファイルが大きすぎます。4MBまでにしてください。");
      return JobCounts.NONE;
    }
    List<JsonSchemas.Problem> problems = JsonSchemas.check(FILE, text);
    for (JsonSchemas.Problem one : problems) {
      refuse(run, "SCHEMA", one.line(), one.pointer(), one.message());
    }
    if (!problems.isEmpty()) {
      return JobCounts.NONE;
    }
    List<Line> lines = lines(run, Json.MAPPER.readTree(text).path("plans"));
    return run.findings().refuse() ? JobCounts.NONE : write(run, lines);
  }

  private List<Line> lines(JobRun run, JsonNode plans) {
    Schools schools = new Schools(directory);
    Set<String> names = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    run.setTotal(plans.size());
    for (int i = 0; i < plans.size(); i++) {
      JsonNode one = plans.get(i);
      String at = "/plans/" + i;
      String id = one.path("schoolSourcedId").asText();
      Optional<SchoolId> school = schools.find(id);
      if (school.isEmpty()) {
        refuse(run, "UNKNOWN_SCHOOL", 0, at + "/schoolSourcedId", "この学校は名簿にありません。番号を確かめてください。");
      }
      String name = one.path("name").asText().strip();
      if (!names.add(id + "\n" + name)) {
        refuse(run, "TWICE", 0, at + "/name", "同じ学校に同じ名前の教育課程が二つあります。名前を分けてください。");
      }
      try {
        CurriculumPlan plan = PlanReader.read(one.path("plan"));
        StoredPlan.Target target =
            StoredPlan.Target.find(one.path("target").asText()).orElse(StoredPlan.Target.SCHOOL);
        school.ifPresent(known -> lines.add(new Line(known, name, target, plan)));
      } catch (Malformed malformed) {
        refuse(run, "BAD_VALUE", 0, at + "/plan", String.valueOf(malformed.getMessage()));
      }
    }
    return lines;
  }

  private JobCounts write(JobRun run, List<Line> lines) {
    Map<PlanIntake.Outcome, Integer> counts = new EnumMap<>(PlanIntake.Outcome.class);
    for (Line line : lines) {
      PlanIntake.Outcome outcome =
          intake.take(
              run.connection(),
              run.actor(),
              line.school(),
              line.name(),
              line.target(),
              line.plan());
      counts.merge(outcome, 1, Integer::sum);
    }
    return new JobCounts(
        counts.getOrDefault(PlanIntake.Outcome.ADDED, 0),
        counts.getOrDefault(PlanIntake.Outcome.CHANGED, 0),
        counts.getOrDefault(PlanIntake.Outcome.UNCHANGED, 0),
        0,
        0);
  }

  private static void refuse(JobRun run, String code, int line, String pointer, String message) {
    run.findings().add(Complaints.error(code, FILE, line, pointer, message, ""));
  }
}
