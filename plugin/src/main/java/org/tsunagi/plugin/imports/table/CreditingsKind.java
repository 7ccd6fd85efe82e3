// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
      return refuse(run, "BAD_JSON", line, "", "JSONとして読めません。括弧やコンマを確かめてください。");
    }
    if (root == null || !root.isObject()) {
      return refuse(run, "BAD_JSON", 1, "", "{\"creditings\":[…],\"acceptances\":[…]} の形で書いてください。");
    }
    for (String list : List.of("creditings", "acceptances")) {
      if (root.has(list) && !root.get(list).isArray()) {
        return refuse(run, "BAD_VALUE", 0, "/" + list, "[ ] で囲んだ一覧にしてください。");
      }
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
      return refuse(
          run, "NO_ROWS", 1, "", "creditings にも acceptances にも何も書かれていません。取り込むものを書き足してください。");
    }
    return run.findings().refuse() ? JobCounts.NONE : pass.write();
  }

  private static JobCounts refuse(
      JobRun run, String code, int line, String pointer, String message) {
    run.findings().add(Complaints.error(code, NAME, line, pointer, message, ""));
    return JobCounts.NONE;
  }
}
