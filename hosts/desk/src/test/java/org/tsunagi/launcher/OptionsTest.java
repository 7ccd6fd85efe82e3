// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void bindsToLoopbackUnlessToldOtherwise() throws Exception {
    Options options = Options.parse(List.of(), Map.of());
    assertEquals("127.0.0.1", options.bind());
    assertEquals(8080, options.port());
  }

  @Test
  void commandLineGoesBeforeEnvironment() throws Exception {
    Options options =
        Options.parse(
            List.of("--port", "9", "--behind-proxy"),
            Map.of("TSUNAGI_PORT", "10", "TSUNAGI_BIND", "0.0.0.0"));
    assertEquals(9, options.port());
    assertEquals("0.0.0.0", options.bind());
    assertTrue(options.on("behind-proxy"));
  }

  @ParameterizedTest
  @CsvSource({
    "--port,x",
    "--port,70000",
    "--today,20261120",
    "--database,jdbc:mysql://x",
    "--import,/no/such/file.zip",
    "--nothing,1"
  })
  void saysWhichOptionIsWrong(String name, String value) {
    BadOption refusal =
        assertThrows(BadOption.class, () -> Options.parse(List.of(name, value), Map.of()));
    assertTrue(refusal.getMessage().length() > 10);
  }

  @Test
  void keepsTheSamplesPublicPasswordsOnThisMachine() {
    assertThrows(
        BadOption.class, () -> Options.parse(List.of("--bind", "0.0.0.0", "--sample"), Map.of()));
  }

  @Test
  void writesNoTokenWhenOthersCanReachThePort() {
    assertThrows(
        BadOption.class,
        () ->
            Options.parse(
                List.of("--bind", "0.0.0.0", "--service-token-file", "/tmp/t"), Map.of()));
  }
}
