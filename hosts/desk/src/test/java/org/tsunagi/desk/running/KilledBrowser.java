// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Kills the browser while somebody types, and tells how much of the typing the draft on the server
 * lacks. {@code mvn -Pkill verify} does it 50 times.
 */
public final class KilledBrowser {
  private static final String FIELD = "yearGoal";

  private final RunningDesk desk;
  private final Random random;

  KilledBrowser(RunningDesk desk, long seed) {
    this.desk = desk;
    this.random = new Random(seed);
  }

  /**
   * Runs the program.
   *
   * @param arguments the folder to work and to write {@code browser.md} in, and how many kills
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).resolve("browser");
    Files.createDirectories(folder);
    Path data = Files.createTempDirectory(folder, "desk");
    List<Long> lost = new ArrayList<>();
    try (RunningDesk desk = RunningDesk.start(data, "--sample")) {
      KilledBrowser killer = new KilledBrowser(desk, System.nanoTime());
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        lost.add(killer.typeAndKill());
        System.out.println(lost.size() + " kills, lost so far (ms): " + lost);
      }
    }
    lost.sort(null);
    String told =
        String.format(
            Locale.ROOT,
            "%d kills of the browser while typing: lost at most %d ms of typing, median %d ms",
            lost.size(),
            lost.get(lost.size() - 1),
            lost.get(lost.size() / 2));
    System.out.println(told);
    Files.writeString(folder.resolveSibling("browser.md"), told + "\n");
  }

  /**
   * Types for some seconds and kills the browser.
   *
   * @return how long before the kill the first key was pressed that the draft lacks, in
   *     milliseconds; 0 where it lacks none
   */
  long typeAndKill() throws Exception {
    List<Instant> typed = new ArrayList<>();
    Instant killed;
    Chromium browser = new Chromium();
    try {
      SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER);
      long process = browser.pid();
      teacher.open("/students/" + Story.STUDENT + "/sheet-b");
      Locator field = teacher.page.locator("[data-text='" + FIELD + "']");
      field.click();
      // What an earlier kill left is there again; it gives way to what is typed now.
      teacher.page.waitForTimeout(1000);
      field.fill("");
      Instant end = Instant.now().plusMillis(500 + random.nextInt(11_000));
      while (Instant.now().isBefore(end)) {
        typed.add(Instant.now());
        teacher.page.keyboard().type(word(typed.size()));
        Thread.sleep(random.nextInt(12) == 0 ? random.nextInt(3000) : random.nextInt(150));
      }
      killed = Instant.now();
      ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    } finally {
      browser.abandon();
    }
    int kept = count(draft());
    return kept >= typed.size()
        ? 0
        : Math.max(1, Duration.between(typed.get(kept), killed).toMillis());
  }

  private static String word(int number) {
    return String.format(Locale.ROOT, "w%05d ", number);
  }

  private String draft() throws Exception {
    WebUser teacher = WebUser.signIn(desk, Story.TEACHER);
    String path = KilledSaves.SHEETS + "b-2026/draft";
    return KilledSaves.body(teacher.get(path)).at("/draft/content/texts/" + FIELD).asText();
  }

  /** Counts the words, each of which has to stand in its place. */
  private static int count(String text) {
    int number = 0;
    while (text.startsWith(word(number + 1).strip(), number * word(1).length())) {
      number++;
    }
    return number;
  }
}
