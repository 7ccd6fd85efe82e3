// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Decisions on learning elsewhere and on exempt days, as another system kept them. */
public final class CreditingsKind implements ImportKind {
  static final String NAME = "creditings.json";

  private final StudentDirectory directory;
  private final Codes codes;
  private final ConditionLists lists;
  private final CreditingIntake intake;
  private final SchoolClock clock;

  /** Makes the kind. */
  public CreditingsKind(
      StudentDirectory directory,
      Codes codes,
      ConditionLists lists,
      CreditingIntake intake,
      SchoolClock clock) {
    this.directory = directory;
    this.codes = codes;
    this.lists = lists;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "creditings";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    JsonNode root;
    try (InputStream in = run.open()) {
      root = Json.MAPPER.readTree(in);
    } catch (JsonProcessingException broken) {
      return refuse(run, "BAD_JSON", "JSONとして読めません。括弧やコンマを確かめてください。");
    }
    if (root == null || !root.isObject()) {
      return refuse(run, "BAD_JSON", "{\"creditings\":[…],\"acceptances\":[…]} の形で書いてください。");
    }
    run.setTotal(root.path("creditings").size() + root.path("acceptances").size());
    CreditingPass pass = new CreditingPass(run, directory, codes, lists, intake, clock);
    root.fieldNames()
        .forEachRemaining(name -> pass.warnUnknown(new JsonItem(run, NAME, "", root), name));
    int index = 0;
    for (JsonNode one : root.path("creditings")) {
      pass.crediting(new JsonItem(run, NAME, "/creditings/" + index++, one));
    }
    index = 0;
    for (JsonNode one : root.path("acceptances")) {
      pass.acceptance(new JsonItem(run, NAME, "/acceptances/" + index++, one));
    }
    if (pass.isEmpty() && !run.findings().refuse()) {
      return refuse(run, "NO_ROWS", "creditings にも acceptances にも何も書かれていません。");
    }
    return run.findings().refuse() ? JobCounts.NONE : pass.write();
  }

  private static JobCounts refuse(JobRun run, String code, String message) {
    run.findings().add(Complaints.error(code, NAME, 1, "", message, ""));
    return JobCounts.NONE;
  }
}
