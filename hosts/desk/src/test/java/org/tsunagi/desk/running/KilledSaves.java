// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tsunagi.testing.TestDatabases;

/**
 * Kills the desk's process while people save the sheet of a child, starts it again, and looks:
 * whatever was answered with 200 is there, nothing is there by half, and each change has its row in
 * the audit trail and each such row its change.
 *
 * <p>{@code mvn -Pkill verify} kills it 200 times, half of them on each database.
 */
public final class KilledSaves {
  static final String SHEETS = "/api/v1/students/" + Story.STUDENT + "/sheets/";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SCHOOL = "sch-kaede";

  private final Path data;
  private final List<String> options;
  private final Random random;
  private final List<KilledWriter> writers =
      List.of(
          new KilledWriter("sasaki.haruka", "a-2026", "absenceReasons", "healthSituation"),
          new KilledWriter("ohno.takashi", "common", "remarks", "homeLife"),
          new KilledWriter("morishita.izumi", "common", "remarks", "homeLife"),
          new KilledWriter("kawai.nao", "meeting-kill", "studentIntention", "guardianIntention"));
  private final Map<String, Integer> looked = new TreeMap<>();
  private final Map<String, Integer> audited = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long seq;
  private int saved;
  private int cut;

  KilledSaves(Path data, String database, long seed) {
    this.data = data;
    this.random = new Random(seed);
    this.options =
        new ArrayList<>(
            List.of("--sample", "--service-token-file", data.resolve("token").toString()));
    if (database.equals("PostgreSQL")) {
      options.addAll(List.of("--database", TestDatabases.postgresUrl()));
    }
  }

  /**
   * Runs the program.
   *
   * @param arguments the folder to work and to write {@code kill.md} in, and how many kills
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).resolve("kill");
    Files.createDirectories(folder);
    int kills = Integer.parseInt(arguments[1]);
    List<String> report = new ArrayList<>();
    boolean whole = true;
    for (String database : List.of("PostgreSQL", "H2")) {
      if (arguments.length < 3 || arguments[2].equals(database)) {
        Path data = Files.createTempDirectory(folder, database);
        KilledSaves run = new KilledSaves(data, database, System.nanoTime());
        report.add(database + ": " + run.run(kills) + " " + run.faults());
        System.out.println(report.get(report.size() - 1));
        whole &= run.faults().isEmpty();
      }
    }
    Files.write(folder.resolveSibling("kill.md"), report);
    if (!whole) {
      throw new IllegalStateException("something was lost: " + report);
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Returns a sentence about what was done. */
  String run(int kills) throws Exception {
    Instant begin = Instant.now();
    for (int round = 1; round <= kills; round++) {
      RunningDesk desk = start();
      look(desk);
      writeAndKill(desk, round);
      if (round % 20 == 0) {
        System.out.println(round + " kills, " + saved + " saves, faults: " + faults);
      }
    }
    try (RunningDesk desk = start()) {
      look(desk);
      chains(desk);
    }
    return "%d kills during %d saves, %d requests cut off, %d s, %d faults"
        .formatted(
            kills, saved, cut, Duration.between(begin, Instant.now()).toSeconds(), faults.size());
  }

  private RunningDesk start() throws Exception {
    return RunningDesk.start(data.resolve("desk"), options.toArray(String[]::new));
  }

  private void writeAndKill(RunningDesk desk, int round) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (KilledWriter writer : writers) {
      writer.begin();
      threads.add(new Thread(() -> writer.write(round), writer.toString()));
    }
    threads.forEach(Thread::start);
    // A process that has just started is slow: the moment is chosen by what was done, then by time.
    int wanted = 1 + random.nextInt(25);
    Instant end = Instant.now().plusSeconds(20);
    while (count() < wanted && Instant.now().isBefore(end)) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(60));
    desk.kill();
    for (Thread thread : threads) {
      thread.join();
    }
    for (KilledWriter writer : writers) {
      saved += writer.saved().size();
      cut += writer.wasCut() ? 1 : 0;
      faults.addAll(writer.faults());
    }
  }

  private int count() {
    return writers.stream().mapToInt(KilledWriter::count).sum();
  }

  /** Looks at every part with the eyes of the principal, who may read all of it. */
  private void look(RunningDesk desk) throws Exception {
    for (KilledWriter writer : writers) {
      writer.enter(desk);
    }
    WebUser principal = writers.get(1).web();
    Map<String, TreeMap<Integer, String>> there = new TreeMap<>();
    for (String key : new TreeSet<>(writers.stream().map(KilledWriter::key).toList())) {
      there.put(key, versions(principal, key));
      state(principal, key);
    }
    for (KilledWriter writer : writers) {
      for (Map.Entry<Integer, String> one : writer.saved().entrySet()) {
        String found = there.get(writer.key()).get(one.getKey());
        if (!one.getValue().equals(found)) {
          faults.add("lost " + writer.key() + " " + one + ", found " + found);
        }
      }
      writer.lookAtDraft().ifPresent(faults::add);
    }
    Rest rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
    audit(rest);
    if (!looked.equals(audited)) {
      faults.add("versions " + looked + " but audited " + audited);
    }
  }

  /** Reads the versions since the last look; each must hold both of its halves. */
  private TreeMap<Integer, String> versions(WebUser principal, String key) throws Exception {
    TreeMap<Integer, String> found = new TreeMap<>();
    int newest = body(principal.get(SHEETS + key)).get("version").asInt();
    int before = looked.getOrDefault(key, 0);
    for (int offset = 0; newest - offset > before; offset += 50) {
      String path = SHEETS + key + "/versions?limit=50&offset=" + offset;
      for (JsonNode one : body(principal.get(path))) {
        int version = one.get("version").asInt();
        JsonNode texts = one.at("/content/texts");
        String first = texts.path(field(key, true)).asText();
        if (version > before && !first.equals(texts.path(field(key, false)).asText())) {
          faults.add("half of " + key + " " + version + " " + texts);
        }
        found.put(version, KilledWriter.word(first));
      }
    }
    for (int version = before + 1; version <= newest; version++) {
      if (!found.containsKey(version)) {
        faults.add("no version " + version + " of " + key);
      }
    }
    if (newest < before) {
      faults.add(key + " went back from " + before + " to " + newest);
    }
    if (newest > 0) {
      looked.put(key, newest);
    }
    return found;
  }

  private String field(String key, boolean first) {
    KilledWriter writer =
        writers.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    return first ? writer.first() : writer.second();
  }

  /** The state of a part is where its newest step led. */
  private void state(WebUser principal, String key) throws Exception {
    JsonNode view = body(principal.get(SHEETS + key));
    JsonNode events = body(principal.get(SHEETS + key + "/events"));
    String led = events.isEmpty() ? "draft" : events.get(0).get("state").asText();
    if (view.get("version").asInt() > 0 && !view.get("state").asText().equalsIgnoreCase(led)) {
      faults.add(key + " is " + view.get("state") + " after a step to " + led);
    }
    if (!events.isEmpty()) {
      looked.put(key + " steps", events.size());
    }
  }

  /** Reads the audit rows since the last look: one for each version and each step. */
  private void audit(Rest rest) throws Exception {
    JsonNode page;
    do {
      page = rest.get("/api/v1/audit?school=" + SCHOOL + "&limit=500&after=" + seq);
      for (JsonNode row : page.get("rows")) {
        seq = row.get("seq").asLong();
        JsonNode facts = MAPPER.readTree(row.get("facts").asText());
        String action = row.get("action").asText();
        if (facts.path("student").asText().equals(Story.STUDENT) && action.startsWith("sheet.")) {
          String key = facts.path("part").asText();
          note(action.equals("sheet.save") ? key : key + " steps", action, facts);
        }
      }
    } while (page.hasNonNull("next"));
  }

  private void note(String what, String action, JsonNode facts) {
    int number = audited.merge(what, 1, Integer::sum);
    if (action.equals("sheet.save") && facts.get("version").asInt() != number) {
      faults.add("row " + number + " of " + what + " tells of " + facts);
    }
  }

  private void chains(RunningDesk desk) throws Exception {
    Rest rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
    JsonNode told = rest.get("/api/v1/audit/verification");
    if (!told.get("intact").asBoolean()) {
      faults.add("the chains of the audit trail are broken: " + told);
    }
  }

  static JsonNode body(HttpResponse<String> answer) throws Exception {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }
}
