// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Array parameters that both databases know. */
final class Arrays {
  private Arrays() {}

  static Array of(Connection connection, List<String> values) {
    try {
      return connection.createArrayOf("varchar", values.toArray());
    } catch (SQLException failure) {
      throw new IllegalStateException("no array", failure);
    }
  }
}
