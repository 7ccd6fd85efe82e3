// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.crediting.domain.EvidenceRule;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** What tells of learning elsewhere: a facility's monthly report, a log of learning, visits. */
public final class EvidenceFile implements ImportKind {
  private static final TableSpec SPEC =
      TableSpec.of(
          Column.key("studentSourcedId", 255),
          Column.key("date", 40),
          Column.key("kind", 20),
          Column.optional("facilityId", 64),
          Column.optional("minutes", 40),
          Column.optional("who", 300),
          Column.optional("role", 20),
          Column.optional("content", 2000));
  private static final Map<String, String> COLUMNS =
      Map.of(
          "OUTSIDE_STAY", "date",
          "FUTURE_DAY", "date",
          "MINUTES", "minutes",
          "ROLE", "role",
          "WHO_NEEDED", "who",
          "UNKNOWN_FACILITY", "facilityId");

  private final StudentDirectory directory;
  private final SchoolCalendar calendar;
  private final CreditingIntake intake;
  private final SchoolClock clock;

  /** Makes the kind. */
  public EvidenceFile(
      StudentDirectory directory,
      SchoolCalendar calendar,
      CreditingIntake intake,
      SchoolClock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "evidence";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    List<CreditingIntake.Evidence> read = new ArrayList<>();
    StayIndex index = new StayIndex(directory, calendar);
    Set<String> facilities = intake.facilities(run.connection());
    new Upload(run, "evidence.csv")
        .read(SPEC, List.of(row -> read(row, index, facilities).ifPresent(read::add)));
    return run.findings().refuse()
        ? JobCounts.NONE
        : intake.writeEvidence(run.connection(), read, FacilitiesKind.author(run, clock));
  }

  private Optional<CreditingIntake.Evidence> read(
      Row row, StayIndex index, Set<String> facilities) {
    Optional<LocalDate> date = row.date("date");
    String kind = row.choice("kind", List.of("facilityDay", "ict", "visit", "report", "meeting"));
    int minutes = row.number("minutes", 0, 1440, -1);
    if (!row.usable() || date.isEmpty()) {
      return Optional.empty();
    }
    String student = row.text("studentSourcedId");
    if (!index.knows(student)) {
      row.error("UNKNOWN_STUDENT", "studentSourcedId", "この児童生徒は名簿にいません。番号を確かめるか、先に名簿を取り込んでください。");
      return Optional.empty();
    }
    Optional<StayIndex.Stay> stay =
        index.find(student, date.get()).flatMap(year -> year.on(date.get()));
    EvidenceEntry entry =
        new EvidenceEntry(
            new StudentId(student),
            date.get(),
            EvidenceKind.find(kind).orElseThrow(),
            minutes < 0 ? OptionalInt.empty() : OptionalInt.of(minutes),
            row.text("content"),
            row.text("who"),
            row.text("role"),
            row.text("facilityId"));
    boolean known = entry.facility().isEmpty() || facilities.contains(entry.facility());
    EvidenceRule.check(entry, stay.isPresent(), known, clock.today())
        .forEach(
            one ->
                row.error(one.code(), COLUMNS.getOrDefault(one.code(), "content"), one.message()));
    return stay.filter(at -> row.usable())
        .map(at -> new CreditingIntake.Evidence(at.school(), entry));
  }
}
