// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;

/** The holds of a child, and the record of destructions, which stays as their proof. */
@Component(service = HeldAboutChild.class)
public final class HeldRetention implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("retention", "retention_hold"),
        new HeldTable("retention", "destruction", HeldTable.BY_ID, AtEnd.KEPT_AS_PROOF));
  }
}
