// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.start;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.ImportDesk;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.sample.SampleFile;
import org.tsunagi.sample.SampleSchool;

/** The imports of the start, through the ordinary import. */
final class StartImports {
  private static final Actor ACTOR =
      new Actor("service:start", "起動時の取り込み", List.of(), Set.of("import.run", "job.read"), false);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final List<String> KINDS =
      List.of("roster", "calendar", "closures", "marks", "schools", "groups");

  private final ImportDesk desk;
  private final StudentDirectory directory;
  private final PrintStream out;

  StartImports(ImportDesk desk, StudentDirectory directory, PrintStream out) {
    this.desk = desk;
    this.directory = directory;
    this.out = out;
  }

  /** Imports the sample school once, into an empty desk. */
  void sample(String fixedToday) throws IOException, InterruptedException {
    if (!directory.listSchools().isEmpty()) {
      return;
    }
    LocalDate today =
        fixedToday.isBlank() ? LocalDate.now(ZoneId.of("Asia/Tokyo")) : LocalDate.parse(fixedToday);
    for (SampleFile file : new SampleSchool().files(today)) {
      run(file.kind(), file.name(), new ByteArrayInputStream(file.bytes()));
    }
  }

  /** Imports files; each is {@code kind:path}, or a path whose file name begins with the kind. */
  void files(List<String> files) throws IOException, InterruptedException {
    for (String file : files) {
      int colon = file.indexOf(':');
      boolean named = colon > 0 && KINDS.contains(file.substring(0, colon));
      Path path = Path.of(named ? file.substring(colon + 1) : file);
      String kind = named ? file.substring(0, colon) : kindOf(path);
      try (InputStream content = Files.newInputStream(path)) {
        run(kind, String.valueOf(path.getFileName()), content);
      }
    }
  }

  private static String kindOf(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(java.util.Locale.ROOT);
    if (name.endsWith(".zip")) {
      return "roster";
    }
    return KINDS.stream().filter(name::startsWith).findFirst().orElse("roster");
  }

  private void run(String kind, String name, InputStream content)
      throws IOException, InterruptedException {
    String job = desk.submit(ACTOR, kind, content, false);
    ImportDesk.Outcome outcome = desk.await(job, LONGEST);
    if (!outcome.state().equals("succeeded")) {
      out.println("取り込めませんでした（" + kind + "、" + name + "）: " + outcome.state());
      outcome.findings().stream().limit(20).forEach(finding -> out.println("  " + finding));
    }
  }
}
