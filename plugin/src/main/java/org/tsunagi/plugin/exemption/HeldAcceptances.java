// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The acceptances of days of a child. */
@Component(service = HeldAboutChild.class)
public final class HeldAcceptances implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(HeldTable.of("acceptances", "acceptance"));
  }
}
