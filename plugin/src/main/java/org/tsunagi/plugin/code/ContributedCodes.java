// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.extension.AttendanceCodeProvider;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;

/**
 * Takes the codes of third-party bundles into the catalogue. They are kept on file like those of
 * integrators: so every node counts by them, a bundle that goes takes no day away, and one that
 * comes back with another text changes its codes from that day on and never backwards.
 */
@Component(service = ContributedCodes.class, immediate = true)
public class ContributedCodes {
  private static final Logger LOG = LoggerFactory.getLogger(ContributedCodes.class);

  private final Transactions transactions;
  private final CodeIntake intake;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ContributedCodes(
      @Reference Transactions transactions,
      @Reference CodeIntake intake,
      @Reference SchoolClock clock) {
    this.transactions = transactions;
    this.intake = intake;
    this.clock = clock;
  }

  /** Takes the codes of a provider that came; one whose catalogue is broken is left out. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeProvider")
  public void addProvider(AttendanceCodeProvider provider) {
    try {
      List<AttendanceCode> codes = read(provider);
      int taken = transactions.runSql(connection -> take(connection, provider.name(), codes));
      LOG.info("attendance codes of {}: {} new or changed", provider.name(), taken);
    } catch (IOException | RuntimeException broken) {
      LOG.warn("attendance codes of a bundle are refused: {}", broken.getMessage());
    }
  }

  /** Leaves the codes of a provider that goes on file, so that its days are still counted. */
  public void removeProvider(AttendanceCodeProvider provider) {
    LOG.info("attendance codes of {} stay on file", provider.name());
  }

  private static List<AttendanceCode> read(AttendanceCodeProvider provider) throws IOException {
    String prefix = provider.name() + ".";
    byte[] text;
    try (InputStream in = provider.open()) {
      text = in.readAllBytes();
    }
    List<JsonSchemas.Problem> problems = JsonSchemas.check("attendance-codes.json", text);
    if (!problems.isEmpty()) {
      JsonSchemas.Problem first = problems.get(0);
      throw new IOException(prefix + " line " + first.line() + " " + first.pointer());
    }
    List<AttendanceCode> codes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : Json.MAPPER.readTree(text).path("codes")) {
      AttendanceCode code = CatalogueJson.read(node);
      if (!code.id().startsWith(prefix) || !ids.add(code.id())) {
        throw new IOException(prefix + " an id stands twice or lacks the prefix: " + code.id());
      }
      codes.add(code);
    }
    return codes;
  }

  /** Puts what is new or changed in force, in one transaction; returns how many. */
  private int take(Connection connection, String name, List<AttendanceCode> codes) {
    CodesInForce inForce = intake.hold(connection);
    Actor bundle = new Actor("bundle:" + name, name, List.of(), Set.of(), false);
    List<CodeVersion> all = new ArrayList<>();
    for (AttendanceCode code : codes) {
      firstDay(inForce, code)
          .ifPresent(
              first ->
                  all.addAll(
                      intake.versions(
                          inForce,
                          bundle,
                          List.of(code),
                          new CodeIntake.Order(first, name, "", ""))));
    }
    if (!all.isEmpty()) {
      intake.activate(connection, bundle, all);
    }
    return all.size();
  }

  /**
   * Finds the day from which a contributed code holds: the beginning of its first school year when
   * nobody can have used it, today when the bundle changed it; empty where it is as before, or
   * where people here have changed it themselves.
   */
  private Optional<LocalDate> firstDay(CodesInForce inForce, AttendanceCode code) {
    List<CodeVersion> before = inForce.versions(code.id());
    if (before.isEmpty()) {
      return Optional.of(new SchoolYear(code.firstSchoolYear()).first());
    }
    CodeVersion newest = before.get(before.size() - 1);
    return newest.contributed() && !newest.code().equals(code)
        ? Optional.of(clock.today())
        : Optional.empty();
  }
}
