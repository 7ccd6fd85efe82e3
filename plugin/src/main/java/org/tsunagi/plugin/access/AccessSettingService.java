// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.AccessSetting;
import org.tsunagi.plugin.access.persistence.AccessSettingRows;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** What the board decides about access: the second factor, and how families see who read. */
@Component(service = AccessSettingService.class)
public final class AccessSettingService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public AccessSettingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns what is in force. */
  public AccessSetting inForce(Actor actor) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    return transactions.runSql(connection -> new AccessSettingRows(connection).newest());
  }

  /**
   * Sets both anew.
   *
   * @param version the version that was seen
   * @throws Stale where somebody else set them meanwhile
   */
  public AccessSetting set(Actor actor, int version, boolean secondFactor, String readerNames) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    if (!AccessSetting.knows(readerNames)) {
      throw new RefusedException(
          new Decision.Refused(
              List.of(
                  new Finding(
                      "READER_NAMES",
                      Finding.Severity.ERROR,
                      "readerNames は name（氏名）か title（職名だけ）にしてください。"))));
    }
    AccessSetting wanted = new AccessSetting(version + 1, secondFactor, readerNames, actor.name());
    return transactions.runSql(
        connection -> {
          AccessSettingRows rows = new AccessSettingRows(connection);
          AccessSetting theirs = rows.newest();
          if (theirs.version() != version) {
            throw new Stale(Map.of("yours", wanted, "theirs", theirs));
          }
          rows.add(wanted, actor, clock.now());
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "access.setting",
              "accessSetting:" + wanted.version(),
              Map.of("secondFactor", Boolean.toString(secondFactor), "readerNames", readerNames));
          return wanted;
        });
  }
}
