// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** A child's consents, what was shown, and the ledger. */
@Component(service = HeldAboutChild.class)
public final class HeldConsents implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("consents", "consent_content"),
        HeldTable.of("consents", "consent_event"),
        HeldTable.of("consents", "disclosure"),
        HeldTable.of("consents", "consent"));
  }
}
