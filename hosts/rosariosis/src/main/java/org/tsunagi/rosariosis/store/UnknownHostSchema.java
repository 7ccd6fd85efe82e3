// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.store;

import java.util.List;

/** Says that the host's tables are not the ones this bundle reads. */
public final class UnknownHostSchema extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what is missing; names of tables and columns only. */
  public UnknownHostSchema(String version, List<String> missing) {
    super(
        "RosarioSIS "
            + version
            + " の表に読めない列があります: "
            + String.join(", ", missing)
            + "。setup.sql の実行と対応版を確かめてください。 / Columns are missing or may not be read;"
            + " run setup.sql and check the compatibility table.");
  }
}
