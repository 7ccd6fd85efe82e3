// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.watch.domain.SettingVersion;
import org.tsunagi.plugin.watch.domain.SettingsInForce;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.persistence.SettingTable;

/** What a board, a district or a school decides about noticing. */
@Component(service = WatchSettingService.class)
public final class WatchSettingService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final SettingTable settings;

  /** Makes the service. */
  @Activate
  public WatchSettingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference SettingTable settings) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.settings = settings;
  }

  /** Returns what holds for a school today, and who set it. */
  public SettingsInForce inForce(Actor actor, SchoolId school) {
    if (!gate.permits(actor, Privilege.SETTING_WRITE, new Target.Installation())) {
      gate.require(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
    }
    return transactions.runSql(connection -> settings.inForce(connection, school, clock.today()));
  }

  /** Lists every version of all settings. */
  public List<SettingVersion> list(Actor actor) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    return transactions.runSql(settings::list);
  }

  /**
   * Adds a version.
   *
   * @throws Stale where another one was added meanwhile
   */
  public SettingVersion set(Actor actor, SettingCommand command) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    SettingVersion row = row(actor, command);
    try {
      return transactions.runSql(
          connection -> {
            Optional<SettingVersion> newest = newest(settings.list(connection), row);
            if (newest.map(SettingVersion::version).orElse(0) != command.version()) {
              throw stale(command, newest);
            }
            settings.add(connection, row);
            audit.record(
                connection,
                actor,
                Optional.empty(),
                "watch.setting",
                "watchSetting:" + row.scope() + ":" + row.target(),
                Map.of(
                    "version", Integer.toString(row.version()),
                    "firstOn", row.firstOn().toString()));
            return row;
          });
    } catch (SqlException e) {
      if (!e.duplicate()) {
        throw e;
      }
      throw stale(command, newest(list(actor), row));
    }
  }

  private static Optional<SettingVersion> newest(List<SettingVersion> rows, SettingVersion like) {
    return rows.stream()
        .filter(one -> one.scope().equals(like.scope()) && one.target().equals(like.target()))
        .findFirst();
  }

  private SettingVersion row(Actor actor, SettingCommand command) {
    String scope = ContactCommand.text(command.scope());
    String target = ContactCommand.text(command.target());
    String name = ContactCommand.text(command.name());
    List<String> named = command.schools() == null ? List.of() : command.schools();
    check(scope, target, name, named);
    if (command.firstOn() == null || command.settings() == null) {
      throw WatchPlaces.refusal("SETTING", "firstOn に始める日を、settings に決めることを入れてください。");
    }
    checkRange(command.settings());
    return new SettingVersion(
        scope,
        target,
        command.version() + 1,
        name,
        command.firstOn(),
        command.settings(),
        named.stream().distinct().map(SchoolId::new).toList(),
        actor.id(),
        actor.name(),
        clock.now());
  }

  private static void checkRange(SettingsPart settings) {
    try {
      settings.over(WatchSettings.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw WatchPlaces.refusal("RANGE", "設定の数が使える範囲の外です。2つ目の日数は1つ目より大きく、ほかは説明書の範囲の数にしてください。");
    }
  }

  private void check(String scope, String target, String name, List<String> named) {
    if (!SettingTable.SCOPES.contains(scope)) {
      throw WatchPlaces.refusal("SCOPE", "scope は board・district・school のどれかにしてください。");
    }
    if (scope.equals("board") != target.isEmpty() || target.length() > 255) {
      throw WatchPlaces.refusal("TARGET", "target は board のとき空に、それ以外のときは学校か中学校区のIDを入れてください。");
    }
    if (scope.equals("district") == (named.isEmpty() || name.isEmpty()) || name.length() > 200) {
      throw WatchPlaces.refusal("DISTRICT", "name と schools は中学校区のときだけ、両方を入れてください。");
    }
    Set<String> wanted = new HashSet<>(named);
    if (scope.equals("school")) {
      wanted.add(target);
    }
    wanted.removeAll(
        directory.listSchools().stream()
            .map(School::id)
            .map(SchoolId::value)
            .collect(Collectors.toSet()));
    if (!wanted.isEmpty()) {
      throw WatchPlaces.refusal(
          "SCHOOL", "次の学校は見つかりません。sourcedId を確かめてください：" + String.join("、", wanted));
    }
  }

  private static Stale stale(SettingCommand yours, Optional<SettingVersion> theirs) {
    return new Stale(new Conflict("STALE", "ほかの人が先に設定を変えました。", yours, theirs));
  }

  /**
   * Both sides where somebody else set them first.
   *
   * @param error what happened
   * @param message what to tell a person
   * @param yours what was to be set
   * @param theirs what stands now
   */
  public record Conflict(
      String error, String message, SettingCommand yours, Optional<SettingVersion> theirs) {}
}
