// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.ConditionList;

/** The shipped condition lists, for tests of rules. */
public final class ShippedLists {
  private static final Connection NONE =
      (Connection)
          Proxy.newProxyInstance(
              ShippedLists.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("shipped lists need no database");
              });

  private ShippedLists() {}

  /** Lists them. */
  public static List<ConditionList> all() {
    return new ShippedConditions()
        .list(NONE, new SchoolId("S1"), LocalDate.of(2026, 4, 1));
  }

  /** Finds one. */
  public static Optional<ConditionList> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
