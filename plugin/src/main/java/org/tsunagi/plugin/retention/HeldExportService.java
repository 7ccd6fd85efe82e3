// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.SecondFactors;
import org.tsunagi.plugin.consent.ConsentPlaces;
import org.tsunagi.plugin.consent.ConsentPlaces.Place;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.retention.domain.HeldDigest;
import org.tsunagi.plugin.shared.Finding;

/** Puts all that a school holds about one child in one file, for a request to disclose (開示請求). */
@Component(service = HeldExportService.class)
public final class HeldExportService {
  private static final Locale JA = Locale.JAPANESE;

  private static final Finding SECOND_FACTOR =
      new Finding(
          "SECOND_FACTOR",
          Finding.Severity.ERROR,
          "この書き出しは、ワンタイムコードを使ってサインインしたときだけできます。いちどサインアウトし、コードを入れてサインインし直してください。");

  private final SecondFactors secondFactors;
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ConsentPlaces places;
  private final StudentDirectory directory;
  private final HeldRegistry held;
  private final Pages pages;
  private final Prints prints;
  private final Messages messages = Messages.load();

  /** Makes the service. */
  @Activate
  public HeldExportService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ConsentPlaces places,
      @Reference StudentDirectory directory,
      @Reference HeldRegistry held,
      @Reference Pages pages,
      @Reference Prints prints,
      @Reference SecondFactors secondFactors) {
    this.secondFactors = secondFactors;
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.directory = directory;
    this.held = held;
    this.pages = pages;
    this.prints = prints;
  }

  /**
   * Returns a ZIP with {@code held.json} (everything), {@code held.html} (the same to read), {@code
   * list.pdf} (kinds and counts) and the attached files, each under its id. It needs the right to
   * the sheets with class I, to notes and to causes only some may see as well, and the second
   * factor where it is asked for; the reading is noted.
   */
  public byte[] export(Actor actor, StudentId student) {
    Place place =
        places.place(
            actor, student, target -> gate.permits(actor, Privilege.RETENTION_WRITE, target));
    gate.require(actor, Privilege.RETENTION_WRITE, place.target());
    gate.require(actor, Privilege.SHEET_READ, place.target());
    gate.require(actor, Privilege.SHEET_SENSITIVE_READ, place.target());
    gate.require(actor, Privilege.NOTE_READ, place.target());
    gate.require(actor, Privilege.RESTRICTED_READ, place.target());
    if (!secondFactors.suffices(actor)) {
      ConsentPlaces.refuse(List.of(SECOND_FACTOR));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<HeldDigest.Rows> all =
        transactions.runSql(
            connection -> {
              audit.recordRead(connection, actor, place.school(), student, "held");
              audit.record(
                  connection,
                  actor,
                  Optional.of(place.school()),
                  "retention.export",
                  "student:" + student.value(),
                  Map.of());
              held.readFiles(connection, place.school(), student, files::put);
              return held.readAll(connection, place.school(), student);
            });
    return zip(actor, place, all, files);
  }

  private byte[] zip(
      Actor actor, Place place, List<HeldDigest.Rows> all, Map<String, byte[]> files) {
    Map<String, Object> model = new HashMap<>();
    model.put("student", directory.find(place.student()).map(Student::name).orElse(""));
    model.put("printed", PrintLine.of(clock.now(), actor.name(), JA));
    model.put("tables", all.stream().map(this::table).toList());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "held.json", Json.MAPPER.writeValueAsBytes(json(place, all)));
      String html = pages.render("retention/held.ftlh", JA, model);
      put(zip, "held.html", ("<!DOCTYPE html>\n" + html.strip()).getBytes(StandardCharsets.UTF_8));
      put(zip, "list.pdf", prints.pdf("retention/list.ftlh", JA, model));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, "files/" + file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Map<String, Object> json(Place place, List<HeldDigest.Rows> all) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", 1);
    root.put("school", place.school().value());
    root.put("student", place.student().value());
    root.put("exportedAt", clock.now());
    List<Object> tables = new ArrayList<>();
    for (HeldDigest.Rows one : all) {
      Map<String, Object> table = new LinkedHashMap<>();
      table.put("kind", one.table().kind());
      table.put("table", one.table().name());
      table.put("atEnd", one.table().atEnd());
      table.put("rows", one.rows());
      tables.add(table);
    }
    root.put("tables", tables);
    return root;
  }

  private Map<String, Object> table(HeldDigest.Rows one) {
    List<List<Map<String, String>>> rows =
        one.rows().stream()
            .map(
                row ->
                    row.entrySet().stream()
                        .filter(cell -> !cell.getValue().isEmpty())
                        .map(cell -> Map.of("name", cell.getKey(), "value", cell.getValue()))
                        .toList())
            .toList();
    return Map.of(
        "kind", messages.text(JA, "retention.kind." + one.table().kind()),
        "name", one.table().name(),
        "count", one.rows().size(),
        "atEnd", messages.text(JA, "retention.atEnd." + one.table().atEnd().name()),
        "rows", rows);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
