// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** Who read what about a child. */
@Component(service = HeldAboutChild.class)
public final class HeldReadings implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(HeldTable.of("readings", "read_log"));
  }
}
