// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Day-conversion rules of establishing bodies; none is shipped. */
public final class IctRulesKind implements ImportKind {
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("level", 12),
          Column.optional("schoolSourcedId", 255),
          Column.optional("prefecture", 20),
          Column.optional("municipality", 60),
          Column.key("firstOn", 40),
          Column.key("basis", 10),
          Column.optional("visitsPerMonth", 10),
          Column.optional("minutesPerDay", 10),
          Column.optional("span", 10),
          Column.optional("rounding", 10),
          Column.key("name", 200),
          Column.optional("wording", 4000));

  private final StudentDirectory directory;
  private final CreditingIntake intake;
  private final SchoolClock clock;

  /** Makes the kind. */
  public IctRulesKind(StudentDirectory directory, CreditingIntake intake, SchoolClock clock) {
    this.directory = directory;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "ictRules";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    List<StoredIctRule> rules = new ArrayList<>();
    Set<List<Object>> keys = new HashSet<>();
    new Upload(run, "ictRules.csv")
        .read(SPEC, List.of(row -> read(row, keys).ifPresent(rules::add)));
    return run.findings().refuse()
        ? JobCounts.NONE
        : intake.writeRules(run.connection(), rules, FacilitiesKind.author(run, clock));
  }

  private Optional<StoredIctRule> read(Row row, Set<List<Object>> keys) {
    Optional<LocalDate> first = row.date("firstOn");
    Optional<IctRule> rule = rule(row);
    StoredIctRule.Scope scope = scope(row);
    if (row.usable() && first.isPresent() && !keys.add(List.of(scope, first.get()))) {
      row.error("DUPLICATE_KEY", "firstOn", "同じところの、同じ日からの規程が2つあります。1つにしてください。");
    }
    if (!row.usable() || first.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredIctRule(
            "", scope, first.get(), rule.get(), row.text("name"), row.text("wording")));
  }

  private StoredIctRule.Scope scope(Row row) {
    String level = row.choice("level", List.of("installation", "municipality", "school"));
    String school = level.equals("school") ? row.text("schoolSourcedId") : "";
    boolean city = level.equals("municipality");
    if (level.equals("school")
        && directory.listSchools().stream().noneMatch(one -> one.id().value().equals(school))) {
      row.error("UNKNOWN_SCHOOL", "schoolSourcedId", "この学校は登録されていません。番号を確かめてください。");
    }
    if (city && (row.text("prefecture").isEmpty() || row.text("municipality").isEmpty())) {
      row.error("SCOPE", "municipality", "市町村の規程には、都道府県と市町村の名前を書いてください。");
    }
    return new StoredIctRule.Scope(
        level, school, city ? row.text("prefecture") : "", city ? row.text("municipality") : "");
  }

  private static Optional<IctRule> rule(Row row) {
    String basis = row.choice("basis", List.of("visits", "minutes", "both"));
    boolean visits = !basis.equals("minutes");
    boolean minutes = !basis.equals("visits");
    String span = minutes ? row.choice("span", List.of("day", "month")) : "day";
    String rounding =
        minutes && span.equals("month")
            ? row.choice("rounding", List.of("down", "half", "up"))
            : "down";
    int visitsNeeded = visits ? row.number("visitsPerMonth", 1, 31, 0) : 0;
    int minutesNeeded = minutes ? row.number("minutesPerDay", 1, 1440, 0) : 0;
    if (visits && visitsNeeded == 0 && row.usable()) {
      row.error("BAD_NUMBER", "visitsPerMonth", "月に何回の対面指導が要るかを、1から31までの数で書いてください。");
    }
    if (minutes && minutesNeeded == 0 && row.usable()) {
      row.error("BAD_NUMBER", "minutesPerDay", "1日に何分の学習が要るかを、1から1440までの数で書いてください。");
    }
    return row.usable()
        ? Optional.of(
            new IctRule(
                IctRule.Basis.find(basis).orElseThrow(),
                visitsNeeded,
                minutesNeeded,
                IctRule.Span.find(span).orElseThrow(),
                IctRule.Rounding.find(rounding).orElseThrow()))
        : Optional.empty();
  }
}
