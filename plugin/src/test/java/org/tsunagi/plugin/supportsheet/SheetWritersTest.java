// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/**
 * Many writers on one part at once. {@code -Dtsunagi.sheet.writers=50 -Dtsunagi.sheet.rounds=200}
 * makes the 10,000 tries; ordinary builds make fewer.
 */
class SheetWritersTest {
  private static final int WRITERS = Integer.getInteger("tsunagi.sheet.writers", 8);
  private static final int ROUNDS = Integer.getInteger("tsunagi.sheet.rounds", 5);
  private static final int AT_ONCE = 8;
  private static final SheetKey KEY = SheetKey.a(2026);
  private static final String FIELD = "absenceReasons";

  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyStaleSaveIsToldBothTextsAndNoWordIsLost(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      for (int round = 0; round < ROUNDS; round++) {
        round(sheets, round);
      }
      SheetView view = sheets.view(TEACHER, OneClass.STUDENT, KEY);
      assertEquals(WRITERS * ROUNDS, view.version());
      assertEquals(tries.get(), told.get() + WRITERS * ROUNDS);
      assertTrue(told.get() > 0, "nobody was ever late, so nothing was tried");
    }
  }

  /** Lets every writer add a word to what all of them have read, until it is saved. */
  private void round(SheetService sheets, int round) throws Exception {
    SheetView seen = sheets.view(TEACHER, OneClass.STUDENT, KEY);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String word = "語" + round + "の" + writer + "。";
      writers.add(() -> write(sheets, seen, word));
    }
    for (Future<Boolean> done : threads.invokeAll(writers)) {
      assertTrue(done.get());
    }
    threads.shutdown();
    String text = sheets.view(TEACHER, OneClass.STUDENT, KEY).content().text(FIELD);
    for (int writer = 0; writer < WRITERS; writer++) {
      assertTrue(text.contains("語" + round + "の" + writer + "。"), text);
    }
  }

  private boolean write(SheetService sheets, SheetView seen, String word) {
    String before = seen.content().text(FIELD);
    // Now and then the page is full and is begun anew, as the length of a field has an end.
    SheetContent content = text(before.length() > 2_000 ? word : before + "\n" + word);
    int version = seen.version();
    while (true) {
      tries.incrementAndGet();
      try {
        sheets.save(TEACHER, OneClass.STUDENT, KEY, version, content);
        return true;
      } catch (Stale stale) {
        told.incrementAndGet();
        SheetView.Conflict both = (SheetView.Conflict) stale.body();
        assertEquals(content, both.yours());
        assertTrue(both.merged().text(FIELD).contains(word));
        version = both.version();
        content = both.merged();
      }
    }
  }

  private static SheetContent text(String text) {
    return new SheetContent(Map.of(FIELD, text.strip()), Map.of());
  }
}
