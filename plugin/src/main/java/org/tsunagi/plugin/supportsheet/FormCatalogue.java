// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.extension.SheetSectionProvider;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.BundleFiles;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.Recently;
import org.tsunagi.plugin.register.SchoolSettings;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.TermRule;
import org.tsunagi.plugin.supportsheet.domain.Words;
import org.tsunagi.plugin.supportsheet.persistence.AdditionTable;

/** The form: what is shipped, with the sections that a school, a municipality or a bundle added. */
@Component(service = FormCatalogue.class)
public final class FormCatalogue {
  private static final String SHIPPED = "forms/support-sheet.json";

  private final Map<SheetKind, FormPart> shipped;
  private final SchoolCalendar calendar;
  private final Recently<SchoolId, List<FormAddition>> additions =
      new Recently<>(AdditionTable.WRITES);
  private final List<SheetSectionProvider> contributed = new CopyOnWriteArrayList<>();

  /** Reads the shipped form. */
  @Activate
  public FormCatalogue(@Reference SchoolCalendar calendar) {
    this.calendar = calendar;
    shipped = new EnumMap<>(SheetKind.class);
    try (InputStream in = BundleFiles.open(SHIPPED).orElseThrow()) {
      for (FormPart part : FormJson.parts(Json.MAPPER.readTree(in))) {
        shipped.put(part.kind(), part);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Returns a part of the shipped form. */
  public FormPart shipped(SheetKind kind) {
    FormPart part = shipped.get(kind);
    if (part == null) {
      throw new IllegalStateException("the form has no part " + kind.code());
    }
    return part;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void add(SheetSectionProvider provider) {
    contributed.add(provider);
  }

  void remove(SheetSectionProvider provider) {
    contributed.remove(provider);
  }

  /** Makes the sections that bundles add to the common sheet, with ids of their own. */
  private List<FormSection> contributed() {
    return contributed.stream().map(FormCatalogue::section).toList();
  }

  private static FormSection section(SheetSectionProvider provider) {
    String id = "x-" + provider.id();
    List<FormField> fields =
        provider.fields().stream()
            .map(field -> FormField.prose(id + "-" + field, label(provider, field)))
            .toList();
    Words title = new Words(provider.title(Locale.JAPANESE), provider.title(Locale.ENGLISH));
    return new FormSection(
        id, title, SectionClass.GENERAL, true, false, "bundle:" + provider.id(), fields);
  }

  private static Words label(SheetSectionProvider provider, String field) {
    return new Words(provider.label(field, Locale.JAPANESE), provider.label(field, Locale.ENGLISH));
  }

  /**
   * Returns a part as a school has it on a day.
   *
   * @param written what is written in it
   */
  public FormPart part(
      Connection connection, SheetPlace place, LocalDate on, SheetContent written) {
    SheetKind kind = place.key().kind();
    FormPart part = part(connection, place.school(), kind, on);
    return kind == SheetKind.YEAR_B ? withTerms(connection, place, part, written) : part;
  }

  /** Returns a part as a school has it on a day, without the terms of its year. */
  public FormPart part(Connection connection, SchoolId school, SheetKind kind, LocalDate on) {
    return whole(kind).plus(added(connection, school, kind, on));
  }

  /** Lists the sections that the school, its municipality or the installation added. */
  private List<FormSection> added(
      Connection connection, SchoolId school, SheetKind kind, LocalDate on) {
    List<FormAddition> all =
        additions.get(school, () -> new AdditionTable(connection).listFor(school));
    return FormAddition.inForce(all, kind, on).stream().map(FormJson::section).toList();
  }

  /** Returns a part with what bundles add to it. */
  public FormPart whole(SheetKind kind) {
    FormPart part = shipped(kind);
    return kind == SheetKind.COMMON ? part.plus(contributed()) : part;
  }

  private FormPart withTerms(
      Connection connection, SheetPlace place, FormPart part, SheetContent written) {
    List<Term> terms = calendar.listTerms(place.school(), place.key().schoolYear());
    Optional<Integer> decided =
        switch (SchoolSettings.of(connection, place.school()).termCount()) {
          case CALENDAR -> Optional.empty();
          case TWO -> Optional.of(2);
          case THREE -> Optional.of(3);
        };
    FormPart fitted = part;
    for (FormField field : part.fields()) {
      if (TermRule.follows(field)) {
        Set<String> rows =
            written.rows(field.id()).stream().map(Row::id).collect(Collectors.toSet());
        fitted = fitted.with(TermRule.fit(field, terms, decided, rows));
      }
    }
    return fitted;
  }
}
