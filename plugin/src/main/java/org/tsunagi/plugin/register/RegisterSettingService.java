// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.RefusedException;

/** What a school decides about its register where the texts are silent. */
@Component(service = RegisterSettingService.class)
public final class RegisterSettingService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final RegisterLocks locks;

  /** Makes the service. */
  @Activate
  public RegisterSettingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference RegisterLocks locks) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.locks = locks;
  }

  /** Returns a school's settings by name, defaults included. */
  public Map<String, String> get(Actor actor, SchoolId school) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    return transactions.runSql(connection -> names(locks.settings(connection, school)));
  }

  /**
   * Sets what is named and leaves the rest.
   *
   * @throws RefusedException where a name or a value is not known; nothing is set then
   */
  public void set(Actor actor, SchoolId school, Map<String, String> settings) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.OfSchool(school));
    check(settings);
    transactions.runSql(
        connection -> {
          settings.forEach((name, setting) -> locks.set(connection, school, name, setting));
          audit.record(
              connection,
              actor,
              Optional.of(school),
              "register.setting",
              "school:" + school,
              new TreeMap<>(settings));
          return true;
        });
  }

  private static Map<String, String> names(RegisterSettings settings) {
    return Map.of(
        RegisterSettings.OPEN_MONTHS, Integer.toString(settings.openMonths()),
        RegisterSettings.PRESENT_ON_SHEET, settings.presentOnSheet().code(),
        RegisterSettings.ACCEPTANCES_ASKED, Boolean.toString(settings.acceptancesAsked()),
        RegisterSettings.SPECIAL_NEEDS_COUNTED, Boolean.toString(settings.specialNeedsCounted()),
        RegisterSettings.BEREAVEMENT_LIMITS, settings.bereavementLimits().text(),
        RegisterSettings.ABSENT_ON_COMMON, settings.absentOnCommon().code(),
        RegisterSettings.TERM_COUNT, settings.termCount().code());
  }

  private static void check(Map<String, String> settings) {
    boolean known = names(RegisterSettings.DEFAULT).keySet().containsAll(settings.keySet());
    boolean fits = known && settings.values().stream().allMatch(one -> one.length() <= 255);
    try {
      RegisterSettings.of(settings);
    } catch (IllegalArgumentException e) {
      fits = false;
    }
    if (!fits) {
      throw new RefusedException(
          new Decision.Refused(
              List.of(
                  RegisterChecks.error(
                      "SETTING",
                      "register.openMonths は0〜12、sheetA.daysPresent は atSchool か"
                          + " guidanceRecord、register.acceptancesAsked と"
                          + " closures.specialNeedsCounted は true か false、"
                          + "register.bereavementLimits は「父=7、祖父=3」の形（255字まで）、"
                          + "commonSheet.daysAbsent は guidanceRecord か includingCredited、"
                          + "sheetB.terms は calendar か 2 か 3 にしてください。"))));
    }
  }
}
