// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.plugin.imports.ImportKind;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.imports.file.Source;
import org.tsunagi.plugin.imports.file.TableReader;
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

  private final StudentDirectory directory;
  private final StaffDirectory staff;
  private final @Nullable RosterIntake intake;
  private final SchoolClock clock;

  /**
   * Makes the kind.
   *
   * @param intake the host's intake; null where the host keeps its roster elsewhere
   */
  public RosterKind(
      StudentDirectory directory,
      StaffDirectory staff,
      @Nullable RosterIntake intake,
      SchoolClock clock) {
    this.directory = directory;
    this.staff = staff;
    this.intake = intake;
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
      TableReader reader = new TableReader(run);
      Map<RosterFile, String> modes = new ManifestReader(zip, run.findings()).read(reader);
      refuseOnError(run);
      Map<RosterFile, Source> sources = check(zip, modes.keySet(), reader, run);
      boolean bulk = !modes.containsValue("delta");
      try (RosterIntake.Session session = intake.begin(bulk)) {
        RosterBook book = new RosterBook(run, session, directory, staff, clock.today(), bulk);
        read(sources, reader, book);
        refuseOnError(run);
        IntakeCounts done = session.finish();
        return new JobCounts(done.added(), done.changed(), done.unchanged(), done.ended(), 0);
      }
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
    run.setTotal(lines);
    return sources;
  }

  private static void read(Map<RosterFile, Source> sources, TableReader reader, RosterBook book)
      throws IOException {
    for (Map.Entry<RosterFile, Source> entry : sources.entrySet()) {
      switch (entry.getKey()) {
        case ACADEMIC_SESSIONS -> read(entry.getValue(), new SessionReader(), reader, book);
        case ORGS -> {
          read(entry.getValue(), new OrgReader(), reader, book);
          if (book.writes()) {
            OrgReader.putSchools(book);
          }
        }
        case COURSES -> read(entry.getValue(), new CourseReader(), reader, book);
        case CLASSES -> read(entry.getValue(), new ClassReader(), reader, book);
        case ROLES -> read(entry.getValue(), new RoleReader(), reader, book);
        case DEMOGRAPHICS -> read(entry.getValue(), new DemographicReader(), reader, book);
        case USERS -> users(entry.getValue(), reader, book);
        case ENROLLMENTS -> read(entry.getValue(), new EnrolmentReader(), reader, book);
      }
    }
    if (book.writes()) {
      SessionReader.putTerms(book);
      putPosts(book);
    }
  }

  /**
   * Reads users twice: guardians, then students and staff; errors of cells stop after the first.
   */
  private static void users(Source source, TableReader reader, RosterBook book) throws IOException {
    long before = book.run.findings().count();
    read(source, new GuardianReader(), reader, book);
    if (book.run.findings().count() == before || book.writes()) {
      sayUnknownUsers(book);
      read(source, new UserReader(), reader, book);
    } else {
      throw new JobRefused();
    }
  }

  private static void read(Source source, RosterReader one, TableReader reader, RosterBook book)
      throws IOException {
    Set<String> ids = new HashSet<>();
    reader.read(
        source,
        one.spec(),
        row -> {
          if (!row.text("sourcedId").isEmpty() && !ids.add(row.text("sourcedId"))) {
            row.error("DUPLICATE_KEY", "sourcedId", "同じ sourcedId の行が2つあります。1つにしてください。");
          }
          one.take(row, book);
        });
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

  private static void putPosts(RosterBook book) {
    for (List<RosterBook.Role> roles : book.roles.values()) {
      for (RosterBook.Role role : roles) {
        boolean member =
            book.staff.contains(role.user())
                || (!book.bulk && book.staffDirectory.find(new StaffId(role.user())).isPresent());
        if (role.post().isPresent() && member) {
          Post post =
              new Post(
                  role.post().get(),
                  book.school(role.org()),
                  Optional.empty(),
                  role.first().orElse(book.defaultFirst()),
                  role.last());
          book.intake.put(
              new RosterRow.PostRow(role.id(), new StaffId(role.user()), post, role.ended()));
        }
      }
    }
  }
}
