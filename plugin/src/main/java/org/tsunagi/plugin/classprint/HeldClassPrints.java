// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The papers of a child that wait to be fetched. */
@Component(service = HeldAboutChild.class)
public final class HeldClassPrints implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(HeldTable.of("sheets", "class_print_paper"));
  }
}
