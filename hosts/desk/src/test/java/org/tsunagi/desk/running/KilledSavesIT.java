// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few of the kills that the profile {@code kill} makes many of. */
class KilledSavesIT {
  private static final int KILLS = Integer.getInteger("tsunagi.kills", 3);

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void nothingIsLostNorThereByHalfWhenTheServerIsKilledDuringSaves(String database)
      throws Exception {
    KilledSaves saves = new KilledSaves(data, database, 20261121);
    String told = saves.run(KILLS);
    assertEquals(List.of(), saves.faults(), told);
    assertFalse(told.contains(" 0 saves"), told);
  }
}
