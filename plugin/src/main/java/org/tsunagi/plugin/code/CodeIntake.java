// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.domain.RemarkSetting;
import org.tsunagi.plugin.code.persistence.CodeTable;
import org.tsunagi.plugin.platform.SchoolClock;

/**
 * Puts versions of codes and words of 備考 in force, in the caller's transaction.
 *
 * <p>It checks no rights and judges nothing; the caller has done so.
 */
@Component(service = CodeIntake.class)
public class CodeIntake {
  private final Codes codes;
  private final HostCodes host;
  private final StudentDirectory directory;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final CodeTable table = new CodeTable();

  /** Makes it. */
  @Activate
  public CodeIntake(
      @Reference Codes codes,
      @Reference HostCodes host,
      @Reference StudentDirectory directory,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.codes = codes;
    this.host = host;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Why and from when codes are put in force.
   *
   * @param first the first day
   * @param origin {@link CodeVersion#OWN} or a bundle's name
   * @param note what for; may be empty
   * @param backwardReason why counted days are counted anew; empty where none are
   */
  public record Order(LocalDate first, String origin, String note, String backwardReason) {}

  /** Reads what is in force and keeps other writers out until the transaction ends. */
  public CodesInForce hold(Connection connection) {
    return codes.hold(connection);
  }

  /** Makes the versions that an order would put in force, without writing them. */
  public List<CodeVersion> versions(
      CodesInForce inForce, Actor actor, List<AttendanceCode> wanted, Order order) {
    List<CodeVersion> versions = new ArrayList<>();
    for (AttendanceCode code : wanted) {
      versions.add(
          new CodeVersion(
              code,
              inForce.nextNumber(code.id()),
              order.first(),
              order.origin(),
              order.note(),
              order.backwardReason(),
              actor.id(),
              actor.name(),
              clock.now()));
    }
    return versions;
  }

  /** Writes versions, tells the host of their codes, and notes it all in the audit chain. */
  public void activate(Connection connection, Actor actor, List<CodeVersion> versions) {
    for (CodeVersion version : versions) {
      table.add(connection, version);
      audit.record(
          connection,
          actor,
          Optional.empty(),
          "code.activate",
          "code:" + version.code().id(),
          Map.of(
              "version", Integer.toString(version.number()),
              "firstOn", version.first().toString(),
              "origin", version.origin(),
              "backwards", String.valueOf(!version.backwardReason().isEmpty())));
    }
    install(versions.stream().map(CodeVersion::code).toList());
    table.noteChange(connection);
  }

  /** Installs codes for this school year and the next at every school. */
  private void install(List<AttendanceCode> some) {
    int thisYear = SchoolYear.of(clock.today()).year();
    Set<Integer> years = new LinkedHashSet<>(List.of(thisYear, thisYear + 1));
    for (School school : directory.listSchools()) {
      for (int year : years) {
        List<AttendanceCode> valid = some.stream().filter(code -> code.validIn(year)).toList();
        if (!valid.isEmpty()) {
          host.install(school.id(), year, valid);
        }
      }
    }
  }

  /** Writes a setting of 備考. */
  public void set(Connection connection, Actor actor, RemarkSetting setting) {
    table.add(connection, setting, actor.id());
    audit.record(
        connection,
        actor,
        Optional.empty(),
        "code.remark",
        "code:" + setting.codeId(),
        Map.of(
            "scope", setting.scope().kind().code(),
            "scopeId", setting.scope().id(),
            "version", Integer.toString(setting.number()),
            "firstOn", setting.first().toString(),
            "set", String.valueOf(setting.template().isPresent())));
    table.noteChange(connection);
  }
}
