// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.code.HostCodes;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.imports.file.Source;
import org.tsunagi.plugin.imports.file.TableReader;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.imports.file.ZipUpload;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobRefused;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** The roster: a OneRoster 1.2 CSV zip of the Japan K-12 profile, handed to the host. */
public final class RosterKind implements ImportKind {
  private static final List<RosterFile> ORDER =
      List.of(
          RosterFile.ACADEMIC_SESSIONS,
          RosterFile.ORGS,
          RosterFile.COURSES,
          RosterFile.CLASSES,
          RosterFile.ROLES,
          RosterFile.DEMOGRAPHICS,
          RosterFile.USERS,
          RosterFile.ENROLLMENTS);

  /** The readers of one pass; users are read twice. */
  private static final Map<RosterFile, RosterReader> READERS =
      Map.of(
          RosterFile.ACADEMIC_SESSIONS, new SessionReader(),
          RosterFile.ORGS, new OrgReader(),
          RosterFile.COURSES, new CourseReader(),
          RosterFile.CLASSES, new ClassReader(),
          RosterFile.ROLES, new RoleReader(),
          RosterFile.DEMOGRAPHICS, new DemographicReader(),
          RosterFile.ENROLLMENTS, new EnrolmentReader());

  private final StudentDirectory directory;
  private final StaffDirectory staff;
  private final @Nullable RosterIntake intake;
  private final HostCodes codes;
  private final SchoolClock clock;

  /**
   * Makes the kind.
   *
   * @param intake the host's intake; null where the host keeps its roster elsewhere
   * @param codes makes the codes known to the host for each school year of a roster
   */
  public RosterKind(
      StudentDirectory directory,
      StaffDirectory staff,
      @Nullable RosterIntake intake,
      HostCodes codes,
      SchoolClock clock) {
    this.directory = directory;
    this.staff = staff;
    this.intake = intake;
    this.codes = codes;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "roster";
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    if (intake == null) {
      run.findings()
          .add(
              Complaints.error(
                  "KIND_NOT_SUPPORTED",
                  "",
                  0,
                  "",
                  "名簿は、もとの校務システムで管理しています。名簿の変更は、そのシステムで行ってください。",
                  ""));
      throw new JobRefused();
    }
    try (ZipUpload zip = ZipUpload.open(run)) {
      return read(zip, run, intake);
    } catch (ZipException | EOFException broken) {
      run.findings()
          .add(
              Complaints.error(
                  "BROKEN_ZIP", "", 0, "", "zipファイルの中身が壊れています。もう一度作り直すか、ダウンロードし直してください。", ""));
      throw new JobRefused();
    }
  }

  private JobCounts read(ZipUpload zip, JobRun run, RosterIntake host) throws IOException {
    TableReader reader = new TableReader(run);
    Map<RosterFile, String> modes = new ManifestReader(zip, run.findings()).read(reader);
    refuseOnError(run);
    Map<RosterFile, Source> sources = check(zip, modes.keySet(), reader, run);
    boolean bulk = !modes.containsValue("delta");
    try (RosterIntake.Session session = host.begin(bulk)) {
      RosterBook book = new RosterBook(run, session, directory, staff, clock.today(), bulk);
      read(sources, reader, book);
      refuseOnError(run);
      IntakeCounts done = session.finish();
      book.homerooms()
          .map(room -> Map.entry(room.school(), room.schoolYear()))
          .distinct()
          .forEach(year -> codes.install(run.connection(), year.getKey(), year.getValue()));
      return new JobCounts(done.added(), done.changed(), done.unchanged(), done.ended(), 0);
    }
  }

  private static void refuseOnError(JobRun run) {
    if (run.findings().refuse()) {
      throw new JobRefused();
    }
  }

  private static Map<RosterFile, Source> check(
      ZipUpload zip, Set<RosterFile> wanted, TableReader reader, JobRun run) throws IOException {
    Map<RosterFile, Source> sources = new LinkedHashMap<>();
    long lines = 0;
    for (RosterFile file : ORDER) {
      Optional<Source> source =
          wanted.contains(file) ? zip.find(file.fileName()) : Optional.empty();
      if (source.isPresent()) {
        lines += reader.check(source.get()) * (file == RosterFile.USERS ? 2 : 1);
        sources.put(file, source.get());
      }
    }
    refuseOnError(run);
    for (Map.Entry<RosterFile, Source> entry : sources.entrySet()) {
      reader.checkHeader(entry.getValue(), spec(entry.getKey()));
    }
    refuseOnError(run);
    run.setTotal(lines);
    return sources;
  }

  private static TableSpec spec(RosterFile file) {
    return READERS.getOrDefault(file, new UserReader()).spec();
  }

  private static void read(Map<RosterFile, Source> sources, TableReader reader, RosterBook book)
      throws IOException {
    for (Map.Entry<RosterFile, Source> entry : sources.entrySet()) {
      RosterReader one = READERS.get(entry.getKey());
      if (one == null) {
        users(entry.getValue(), reader, book);
      } else {
        read(entry.getKey(), entry.getValue(), one, reader, book);
      }
      if (entry.getKey() == RosterFile.ORGS && book.writes()) {
        OrgReader.putSchools(book);
      }
    }
    if (book.writes()) {
      SessionReader.putTerms(book);
    }
    book.posts.finish();
  }

  /**
   * Reads users twice: guardians, then students and staff; errors of cells stop after the first.
   */
  private static void users(Source source, TableReader reader, RosterBook book) throws IOException {
    int before = book.run.findings().errors();
    read(RosterFile.USERS, source, new GuardianReader(), reader, book);
    if (book.run.findings().errors() == before) {
      sayUnknownUsers(book);
      read(RosterFile.USERS, source, new UserReader(), reader, book);
    } else {
      throw new JobRefused();
    }
  }

  private static void read(
      RosterFile file, Source source, RosterReader one, TableReader reader, RosterBook book)
      throws IOException {
    Set<String> ids = new HashSet<>();
    long rows =
        reader.read(
            source,
            one.spec(),
            row -> {
              if (!row.text("sourcedId").isEmpty() && !ids.add(row.text("sourcedId"))) {
                row.error("DUPLICATE_KEY", "sourcedId", "同じ sourcedId の行が2つあります。1つにしてください。");
              }
              one.take(row, book);
              if (!row.usable()) {
                book.refuse(file, row.text("sourcedId"));
              }
            });
    if (rows == 0 && book.bulk && file.needed() && book.writes()) {
      book.run
          .findings()
          .add(
              Complaints.warning(
                  "NO_ROWS", file.fileName(), 1, "", "見出しの下にデータの行がありません。書き出しのもれがないか確かめてください。", ""));
    }
  }

  private static void sayUnknownUsers(RosterBook book) {
    if (!book.bulk) {
      return;
    }
    book.roles.values().stream()
        .flatMap(List::stream)
        .filter(role -> !book.users.contains(role.user()))
        .forEach(
            role ->
                book.run
                    .findings()
                    .add(
                        Complaints.error(
                            "UNKNOWN_USER",
                            RosterFile.ROLES.fileName(),
                            role.line(),
                            "userSourcedId",
                            "この人は users.csv にいません。番号を確かめてください。",
                            role.user())));
  }
}
