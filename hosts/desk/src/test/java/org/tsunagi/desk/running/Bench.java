// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.sample.BigSchool;
import org.tsunagi.sample.SampleFile;
import org.tsunagi.testing.TestDatabases;

/**
 * Whole-program measurements: start, heap, pages of the sample, and the import of 10,000 students
 * with 2,000,000 marks. Run by {@code mvn -Pbench verify}; writes {@code bench.md} into the folder
 * it is given.
 */
public final class Bench {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final Path folder;
  private final List<String> report = new ArrayList<>();

  private Bench(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs everything, or only the parts named after the folder: {@code pages}, {@code sheets},
   * {@code import-postgresql}, {@code import-h2}.
   */
  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench(Path.of(arguments[0]).resolve("bench"));
    List<String> parts = List.of(arguments).subList(1, arguments.length);
    Files.createDirectories(bench.folder);
    if (parts.isEmpty() || parts.contains("pages")) {
      bench.pages("H2");
      bench.pages("PostgreSQL");
    }
    if (parts.isEmpty() || parts.contains("sheets")) {
      bench.sheets("H2");
      bench.sheets("PostgreSQL");
    }
    if (parts.isEmpty() || parts.contains("import-postgresql")) {
      bench.bigImport("PostgreSQL");
    }
    if (parts.isEmpty() || parts.contains("import-h2")) {
      bench.bigImport("H2");
    }
    Files.write(bench.folder.resolveSibling("bench.md"), bench.report);
  }

  private void say(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    report.add(line);
    System.out.println(line);
  }

  private Path fresh(String name) throws Exception {
    return Files.createTempDirectory(folder, name);
  }

  private static String[] options(String database, Path token, String... more) {
    List<String> options = new ArrayList<>(List.of("--service-token-file", token.toString()));
    if (database.equals("PostgreSQL")) {
      options.addAll(List.of("--database", TestDatabases.postgresUrl()));
    }
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  private void pages(String database) throws Exception {
    Path data = fresh("pages");
    Path token = data.resolve("token");
    Instant begin = Instant.now();
    String[] options = options(database, token, "--sample");
    try (RunningDesk desk = RunningDesk.start(data, options)) {
      say("| %s | first start with the sample imported | %.1f s |", database, since(begin));
    }
    begin = Instant.now();
    try (RunningDesk desk = RunningDesk.start(data, options)) {
      say("| %s | start to READY | %.1f s |", database, since(begin));
      say("| %s | heap after the start and a collection | %d MB |", database, heap(desk.pid()));
      WebUser user = WebUser.signIn(desk, "sasaki.haruka");
      for (String path : user.pages()) {
        measure(database, user, path);
      }
      say("| %s | heap after the pages and a collection | %d MB |", database, heap(desk.pid()));
    }
  }

  private void measure(String database, WebUser user, String path) throws Exception {
    for (int i = 0; i < 60; i++) {
      user.get(path);
    }
    double[] server = new double[200];
    String statements = "";
    for (int i = 0; i < server.length; i++) {
      HttpResponse<String> answer = user.get(path);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " " + answer.statusCode());
      }
      Timing timing = Timing.of(answer);
      server[i] = timing.milliseconds();
      statements = String.valueOf(timing.statements());
    }
    java.util.Arrays.sort(server);
    say(
        "| %s | `%s` | p50 %.1f ms, p95 %.1f ms, %s statements |",
        database,
        path.replaceAll("/[a-z0-9-]*\\d{3,}[a-z0-9-]*", "/…"),
        server[100],
        server[190],
        statements);
  }

  /** Tabs of a child about whom ten years were written: 50 versions of each part in each year. */
  private void sheets(String database) throws Exception {
    Path data = fresh("sheets");
    try (RunningDesk desk =
        RunningDesk.start(data, options(database, data.resolve("token"), "--sample"))) {
      WebUser user = WebUser.signIn(desk, "ohno.takashi");
      String csrf = user.csrf();
      Map<String, String> parts =
          Map.of("common", "remarks", "a-2026", "absenceReasons", "b-2026", "yearGoal");
      Instant begin = Instant.now();
      for (Map.Entry<String, String> part : parts.entrySet()) {
        write(user, csrf, part.getKey(), part.getValue());
      }
      say("| %s | a save over REST, 1,500 versions | %.1f ms |", database, since(begin) / 1.5);
      String record = "/students/" + Story.STUDENT;
      for (String tab : List.of("sheet-common", "sheet-a", "sheet-b", "meetings")) {
        measure(database, user, record + "/" + tab);
      }
      measure(database, user, KilledSaves.SHEETS + "common/versions?limit=100");
      measure(database, user, KilledSaves.SHEETS + "common/difference?from=1&to=500");
    }
  }

  private static void write(WebUser user, String csrf, String key, String field) throws Exception {
    int version = KilledSaves.body(user.get(KilledSaves.SHEETS + key)).get("version").asInt();
    for (int i = 1; i <= 500; i++) {
      String text = i + "回目の記録。" + "担任と相談した。".repeat(40);
      String body =
          "{\"version\":%d,\"content\":{\"texts\":{\"%s\":\"%s\"},\"tables\":{}}}"
              .formatted(version, field, text);
      version =
          KilledSaves.body(user.json("PUT", KilledSaves.SHEETS + key, csrf, body))
              .get("version")
              .asInt();
    }
  }

  private void bigImport(String database) throws Exception {
    Path data = fresh("big");
    Path token = data.resolve("token");
    List<SampleFile> files = BigSchool.bench(TODAY).files();
    try (RunningDesk desk = RunningDesk.start(data, options(database, token))) {
      Rest rest = new Rest(desk, RunningDesk.token(token));
      double total = 0;
      for (SampleFile file : files) {
        Path path = data.resolve(file.name());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
          file.content().writeTo(out);
        }
        Instant begin = Instant.now();
        JsonNode job = rest.importFile(file.kind(), path);
        double seconds = since(begin);
        total += seconds;
        if (!job.get("state").asText().equals("succeeded")) {
          throw new IllegalStateException(job.toString());
        }
        say("| %s | import %s, %s | %.1f s |", database, file.kind(), job.get("counts"), seconds);
      }
      say("| %s | import, all files, -Xmx512m | %.1f s |", database, total);
      Instant begin = Instant.now();
      HttpResponse<String> tallies =
          desk.get("/api/v1/tallies?schoolYear=2025&format=csv", RunningDesk.token(token));
      say(
          "| %s | GET /tallies of 10,000 students, %d lines | %.1f s |",
          database, tallies.body().lines().count(), since(begin));
    }
  }

  private static double since(Instant begin) {
    return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
  }

  private static long heap(long pid) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    run(jcmd, String.valueOf(pid), "GC.run");
    String text = run(jcmd, String.valueOf(pid), "GC.heap_info");
    var used = java.util.regex.Pattern.compile("used (\\d+)K").matcher(text);
    return used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
