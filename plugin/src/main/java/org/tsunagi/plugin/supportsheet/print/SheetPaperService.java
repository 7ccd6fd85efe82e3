// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.SectionClass;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.PartFiles;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.SheetView;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.SheetState;

/**
 * Opens the parts of a child's sheet that go out on paper or as a file, without what their reader
 * may not take out. Sections of class I go out only where they are asked for.
 */
@Component(service = SheetPaperService.class)
public final class SheetPaperService {
  private final Gate gate;
  private final SheetAccess access;
  private final StudentDirectory students;
  private final SheetService sheets;
  private final Figures figures;
  private final PartFiles files;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetPaperService(
      @Reference Gate gate,
      @Reference SheetAccess access,
      @Reference StudentDirectory students,
      @Reference SheetService sheets,
      @Reference Figures figures,
      @Reference PartFiles files,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.access = access;
    this.students = students;
    this.sheets = sheets;
    this.figures = figures;
    this.files = files;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What somebody wants to take out.
   *
   * @param key the part, or empty for all parts in printed order
   * @param sensitive whether sections of class I shall go out too
   * @param action {@code PRINT}, or {@code EXPORT} for a file of data
   * @param format the kind of file, as the audit trail names it
   */
  public record Wish(
      Optional<SheetKey> key, boolean sensitive, SheetAction action, String format) {}

  /**
   * Opens the parts; the reading is noted for each, the taking out once.
   *
   * @throws Missing where nothing of it can go out
   */
  public List<PaperPart> open(Actor actor, StudentId student, Wish wish) {
    List<PaperPart> parts = collect(actor, student, wish);
    note(actor, parts, wish);
    return parts;
  }

  /**
   * Opens the same; the reading is noted, the taking out is left to the caller.
   *
   * @throws Missing where nothing of it can go out
   */
  public List<PaperPart> collect(Actor actor, StudentId student, Wish wish) {
    // An absent child and a forbidden one are told apart nowhere, so the engine is asked first.
    List<SheetView.Line> saved = sheets.list(actor, student);
    StudentRecord record = students.findRecord(student).orElseThrow(Missing::new);
    List<SheetKey> keys = wish.key().map(List::of).orElseGet(() -> keys(record, saved));
    List<PaperPart> parts =
        keys.stream()
            .map(key -> sheets.open(actor, record, key))
            .map(open -> part(actor, open, wish))
            .filter(part -> !part.form().sections().isEmpty())
            .toList();
    if (parts.isEmpty()) {
      throw new Missing();
    }
    Target.OfStudent target = parts.get(0).open().place().target();
    boolean file = wish.action() == SheetAction.EXPORT;
    gate.require(actor, file ? Privilege.SHEET_EXPORT : Privilege.SHEET_READ, target);
    return parts;
  }

  private PaperPart part(Actor actor, OpenPart open, Wish wish) {
    FormPart form = open.form().only(section -> goesOut(actor, open, section, wish));
    SheetKey key = open.place().key();
    StudentRecord record = open.place().record();
    return new PaperPart(
        open,
        form,
        key.kind() == SheetKind.YEAR_A
            ? figures.months(actor, record, key.schoolYear())
            : Optional.empty(),
        key.kind() == SheetKind.COMMON ? figures.years(actor, record) : List.of(),
        files(open, form));
  }

  /** Lists what is attached to the sections that go out; the files themselves stay. */
  private List<String> files(OpenPart open, FormPart form) {
    return files.list(open).stream()
        .filter(file -> !file.voided())
        .filter(file -> form.sections().stream().anyMatch(s -> s.id().equals(file.section())))
        .map(PartFiles.Line::name)
        .toList();
  }

  private boolean goesOut(Actor actor, OpenPart open, FormSection section, Wish wish) {
    SectionClass sharing = SectionClass.find(section.sharing().code()).orElseThrow();
    return (wish.sensitive() || sharing != SectionClass.SENSITIVE)
        && access.permits(actor, open.place().target(), sharing, open.stage(), wish.action());
  }

  /** Lists the parts in printed order: what was saved, and the present year's sheets. */
  private List<SheetKey> keys(StudentRecord record, List<SheetView.Line> saved) {
    List<SheetView.Line> lines =
        saved.stream().filter(line -> !line.state().equals(SheetState.VOID.code())).toList();
    List<SheetKey> keys = new ArrayList<>(List.of(SheetKey.COVER, SheetKey.COMMON));
    int present = SchoolYear.of(clock.today()).year();
    Stream<SheetKey> now =
        record.stays().stream().anyMatch(stay -> stay.schoolYear() == present)
            ? Stream.of(SheetKey.a(present), SheetKey.b(present))
            : Stream.empty();
    Stream.concat(lines.stream().flatMap(line -> SheetKey.find(line.key()).stream()), now)
        .filter(key -> key.kind().yearly())
        .distinct()
        .filter(key -> saved.stream().noneMatch(line -> voided(line, key)))
        .sorted(Comparator.comparing(SheetKey::schoolYear).thenComparing(SheetKey::kind))
        .forEach(keys::add);
    lines.stream()
        .sorted(Comparator.comparing(SheetView.Line::on))
        .flatMap(line -> SheetKey.find(line.key()).stream())
        .filter(key -> key.kind() == SheetKind.MEETING)
        .forEach(keys::add);
    return keys;
  }

  private static boolean voided(SheetView.Line line, SheetKey key) {
    return line.key().equals(key.text()) && line.state().equals(SheetState.VOID.code());
  }

  private void note(Actor actor, List<PaperPart> parts, Wish wish) {
    OpenPart first = parts.get(0).open();
    Map<String, String> facts =
        Map.of(
            "parts",
            parts.stream().map(one -> one.open().view().key()).collect(Collectors.joining(" ")),
            "format",
            wish.format(),
            "sensitive",
            Boolean.toString(wish.sensitive()));
    transactions.runSql(
        connection -> {
          audit.record(
              connection,
              actor,
              Optional.of(first.place().school()),
              wish.action() == SheetAction.PRINT ? "sheet.print" : "sheet.export",
              "student:" + first.place().student().value(),
              facts);
          return true;
        });
  }
}
