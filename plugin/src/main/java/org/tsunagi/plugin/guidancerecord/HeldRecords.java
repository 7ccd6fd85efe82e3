// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;

/**
 * The notes of the attendance record of a child, and its closed years, which are sealed as a whole.
 */
@Component(service = HeldAboutChild.class)
public final class HeldRecords implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("records", "record_notes"),
        new HeldTable("records", "record_closing_row", HeldTable.BY_ID, AtEnd.KEPT_AS_PROOF));
  }
}
