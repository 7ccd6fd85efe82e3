// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.persistence.AccessSettingRows;
import org.tsunagi.plugin.platform.Recently;
import org.tsunagi.plugin.platform.Transactions;

/** The setting of access as the gate's neighbours ask for it. */
@Component(service = SecondFactors.class)
public final class AccessSettings implements SecondFactors {
  private static final String SERVICE = "service:";

  private final Transactions transactions;
  private final Recently<String, Boolean> asked = new Recently<>(AccessSettingRows.WRITES);

  /** Makes it. */
  @Activate
  public AccessSettings(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean suffices(Actor actor) {
    return actor.secondFactor()
        || actor.id().startsWith(SERVICE)
        || !asked.get("secondFactor", this::read);
  }

  private boolean read() {
    return transactions.runSql(
        connection -> new AccessSettingRows(connection).newest().secondFactor());
  }
}
