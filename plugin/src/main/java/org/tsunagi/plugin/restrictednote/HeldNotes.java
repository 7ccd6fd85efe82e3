// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The restricted notes on a child. */
@Component(service = HeldAboutChild.class)
public final class HeldNotes implements HeldAboutChild {
  private static final String OF_NOTE =
      "(school_id, note_id) IN (SELECT school_id, note_id FROM restricted_note"
          + " WHERE school_id = ? AND student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("notes", "restricted_note_reader", OF_NOTE),
        HeldTable.of("notes", "restricted_note"));
  }
}
