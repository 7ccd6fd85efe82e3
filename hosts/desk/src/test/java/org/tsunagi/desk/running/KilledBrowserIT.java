// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the kills that the profile {@code kill} makes many of. */
class KilledBrowserIT {
  private static final int KILLS = Integer.getInteger("tsunagi.browser.kills", 2);
  private static final long MOST = 5_000;

  @TempDir Path data;

  @Test
  void whenTheBrowserIsKilledAtMostFiveSecondsOfTypingAreLost() throws Exception {
    try (RunningDesk desk = RunningDesk.start(data.resolve("desk"), "--sample")) {
      KilledBrowser killer = new KilledBrowser(desk, 20261121);
      for (int i = 0; i < KILLS; i++) {
        long lost = killer.typeAndKill();
        assertTrue(lost <= MOST, lost + " ms of typing are lost");
      }
    }
  }
}
