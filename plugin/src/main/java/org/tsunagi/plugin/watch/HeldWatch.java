// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** What people did about what was noticed of a child. */
@Component(service = HeldAboutChild.class)
public final class HeldWatch implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("watch", "watch_task"),
        HeldTable.of("contacts", "watch_contact"),
        HeldTable.of("watch", "watch_answer"),
        HeldTable.of("watch", "watch_last_year"),
        HeldTable.of("watch", "watch_look_finding"),
        HeldTable.of("watch", "watch_notice"));
  }
}
