// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.desk.store.DatabaseSource;
import org.tsunagi.desk.store.DeskStore;
import org.tsunagi.testing.TestDatabases;

class DeskKeyTest {
  private static final String OTHER = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path data;

  private byte[] read(String... settings) {
    Map<String, String> given = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
    return DeskKey.read(
        name -> name.equals("tsunagi.data") ? data.toString() : given.getOrDefault(name, ""));
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws Exception {
    byte[] first = read();
    Path file = data.resolve("tsunagi.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertArrayEquals(first, read());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(32, first.length);
  }

  @Test
  void aNamedKeyIsTakenAndNoFileIsMade() throws Exception {
    Path named = data.resolve("shared.key");
    Files.writeString(named, OTHER + "\n");
    assertArrayEquals(new byte[32], read("tsunagi.keyFile", named.toString()));
    assertArrayEquals(new byte[32], read("tsunagi.key", OTHER));
    assertFalse(Files.exists(data.resolve("tsunagi.key")));
    assertThrows(UncheckedIOException.class, () -> read("tsunagi.keyFile", data + "/none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base 64 at all!"})
  void whatIsNoKeyIsRefusedWithoutBeingRepeated(String text) {
    Throwable refusal = assertThrows(IllegalStateException.class, () -> read("tsunagi.key", text));
    assertEquals("TSUNAGI_KEY must be 32 bytes in base 64", refusal.getMessage());
    assertEquals(null, refusal.getCause());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aDatabaseRemembersItsFirstKey(TestDatabases.Named database) {
    DeskStore store =
        new DeskStore(
            new DatabaseSource(database.dialect(), database.dataSource()),
            UnaryOperator.identity());
    try {
      DeskClock clock = new DeskClock(Clock.systemUTC(), Optional.empty());
      SecretBox first = new SecretBox(new byte[32]);
      byte[] key = new byte[32];
      key[0] = 1;
      assertTrue(new KeyCheck(store, first, clock).passes());
      assertTrue(new KeyCheck(store, first, clock).passes());
      assertFalse(new KeyCheck(store, new SecretBox(key), clock).passes());
    } finally {
      store.close();
    }
  }
}
