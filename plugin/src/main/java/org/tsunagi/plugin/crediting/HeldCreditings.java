// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** What was applied for, decided and noted about crediting a child's days. */
@Component(service = HeldAboutChild.class)
public final class HeldCreditings implements HeldAboutChild {
  private static final String OF_APPLICATION =
      "school_id = ? AND application_id IN"
          + " (SELECT application_id FROM crediting_application WHERE student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("creditings", "crediting_range", OF_APPLICATION),
        HeldTable.of("creditings", "crediting_decision", OF_APPLICATION),
        HeldTable.of("creditings", "crediting_consultation", OF_APPLICATION),
        HeldTable.of("creditings", "crediting_condition", OF_APPLICATION),
        HeldTable.of("creditings", "crediting_application_past", OF_APPLICATION),
        HeldTable.of("creditings", "crediting_application"),
        HeldTable.of("creditings", "crediting_evidence"),
        HeldTable.of("creditings", "learning_result"));
  }
}
