// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.crediting.domain.ConditionList;

/** The shipped condition lists, for tests of rules. */
public final class ShippedLists {
  private ShippedLists() {}

  /** Lists them. */
  public static List<ConditionList> all() {
    return new ShippedConditions().lists();
  }

  /** Finds one. */
  public static Optional<ConditionList> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
