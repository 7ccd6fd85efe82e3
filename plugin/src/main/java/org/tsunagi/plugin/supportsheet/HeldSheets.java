// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The sheets of a child, with every version. */
@Component(service = HeldAboutChild.class)
public final class HeldSheets implements HeldAboutChild {
  private static final String OF_SHEET =
      "sheet_id IN (SELECT id FROM sheet WHERE school_id = ? AND student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("sheets", "sheet_draft"),
        HeldTable.of("sheets", "student_need"),
        HeldTable.of("sheets", "sheet_event", OF_SHEET),
        HeldTable.of("sheets", "sheet_version", OF_SHEET),
        HeldTable.of("sheets", "sheet"));
  }
}
