// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.FacilityRules;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Places of learning outside the school. */
public final class FacilitiesKind implements ImportKind {
  private static final String ROWS = "①②③④⑤⑥⑦⑧";
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("facilityId", 64),
          Column.key("name", 200),
          Column.key("kind", 2),
          Column.optional("prefecture", 20),
          Column.optional("municipality", 60),
          Column.optional("publicBody", 40),
          Column.optional("address", 300),
          Column.phone("phone"),
          Column.optional("contact", 200));

  private final CreditingIntake intake;
  private final SchoolClock clock;

  /** Makes the kind. */
  public FacilitiesKind(CreditingIntake intake, SchoolClock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "facilities";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    List<FacilityEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    new Upload(run, "facilities.csv")
        .read(SPEC, List.of(row -> read(row, ids).ifPresent(entries::add)));
    return run.findings().refuse()
        ? JobCounts.NONE
        : intake.writeFacilities(run.connection(), entries, author(run, clock));
  }

  static Signature author(JobRun run, SchoolClock clock) {
    return new Signature(run.actor().id(), run.actor().name(), "取り込み", clock.now());
  }

  private static Optional<FacilityEntry> read(Row row, Set<String> ids) {
    String kind = row.text("kind");
    int sign = kind.length() == 1 ? ROWS.indexOf(kind) : -1;
    String number = sign >= 0 ? String.valueOf(sign + 1) : kind;
    // A centre of the board, a child guidance office and the like are public; ⑤ to ⑧ may be either.
    boolean publicBody = row.flag("publicBody", number.matches("[1-4]"));
    if (!row.usable()) {
      return Optional.empty();
    }
    FacilityEntry entry =
        new FacilityEntry(
            new Facility(
                row.text("facilityId"),
                number,
                row.text("prefecture"),
                row.text("municipality"),
                row.text("name")),
            publicBody,
            false,
            false,
            row.text("address"),
            row.text("phone"),
            row.text("contact"),
            false,
            Optional.empty());
    FacilityRules.check(entry)
        .forEach(
            one ->
                row.error(
                    one.code(), one.code().equals("KIND") ? "kind" : "facilityId", one.message()));
    if (!ids.add(row.text("facilityId"))) {
      row.error("DUPLICATE_KEY", "facilityId", "同じ施設の行が2つあります。1つにしてください。");
    }
    return row.usable() ? Optional.of(entry) : Optional.empty();
  }
}
