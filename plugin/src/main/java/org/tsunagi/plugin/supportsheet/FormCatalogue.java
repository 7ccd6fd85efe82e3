// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.plugin.platform.BundleFiles;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.TermRule;

/** The form: what is shipped, with the sections that a school, a municipality or a bundle added. */
@Component(service = FormCatalogue.class)
public final class FormCatalogue {
  private static final String SHIPPED = "forms/support-sheet.json";

  private final Map<SheetKind, FormPart> shipped;
  private final SchoolCalendar calendar;

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

  /** Returns a part as a school has it on a day. */
  public FormPart part(Connection connection, SheetPlace place, LocalDate on) {
    SheetKey key = place.key();
    FormPart part = shipped(key.kind());
    return key.kind() == SheetKind.YEAR_B
        ? withTerms(part, calendar.listTerms(place.school(), key.schoolYear()))
        : part;
  }

  private static FormPart withTerms(FormPart part, List<Term> terms) {
    FormPart fitted = part;
    for (FormField field : part.fields()) {
      if (TermRule.follows(field)) {
        fitted = fitted.with(TermRule.fit(field, terms));
      }
    }
    return fitted;
  }
}
