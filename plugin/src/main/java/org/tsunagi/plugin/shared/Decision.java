// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import java.util.List;

/** The answer of a rule that may refuse. */
public sealed interface Decision {
  /** The rule allows it. */
  record Granted() implements Decision {}

  /**
   * The rule refuses.
   *
   * @param findings why, one at least
   */
  record Refused(List<Finding> findings) implements Decision {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }
}
