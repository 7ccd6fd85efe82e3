// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.attachment.domain.FileRule;
import org.tsunagi.plugin.attachment.domain.SizeSetting;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Stale;

/** How large an attached file may be in the installation. */
@Component(service = AttachmentSettingService.class)
public final class AttachmentSettingService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public AttachmentSettingService(
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
  public SizeSetting inForce(Actor actor) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    return transactions.runSql(connection -> new AttachmentTable(connection).setting());
  }

  /**
   * Sets the size anew; files that are there already stay.
   *
   * @param version the version that was seen
   * @param megabytes 1–50
   * @throws Stale where somebody else set it meanwhile
   */
  public SizeSetting set(Actor actor, int version, int megabytes) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    AttachmentDesk.refuse(FileRule.checkSetting(megabytes));
    SizeSetting wanted = new SizeSetting(version + 1, megabytes, actor.name());
    return transactions.runSql(
        connection -> {
          AttachmentTable table = new AttachmentTable(connection);
          SizeSetting theirs = table.setting();
          if (theirs.version() != version) {
            throw new Stale(Map.of("yours", wanted, "theirs", theirs));
          }
          table.addSetting(wanted, actor.id(), clock.now());
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "attachment.setting",
              "attachmentSetting:" + wanted.version(),
              Map.of("megabytes", Integer.toString(megabytes)));
          return wanted;
        });
  }
}
