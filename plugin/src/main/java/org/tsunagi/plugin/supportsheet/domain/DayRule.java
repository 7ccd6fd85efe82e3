// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.DayEntry;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/**
 * Days as people type them become ISO 8601; what is no day stays, and is refused with the reason.
 */
public final class DayRule {
  private DayRule() {}

  /**
   * Returns a content with its days in ISO 8601.
   *
   * @param assumed the school year in which a day without a year lies
   */
  public static SheetContent settle(FormPart form, SheetContent content, SchoolYear assumed) {
    Map<String, String> texts = new HashMap<>(content.texts());
    texts.replaceAll(
        (id, text) ->
            form.field(id).filter(one -> one.type() == FieldType.DATE).isPresent()
                ? iso(text, assumed)
                : text);
    Map<String, List<Row>> tables = new HashMap<>();
    content
        .tables()
        .forEach(
            (id, rows) -> {
              Optional<FormTable> table = form.field(id).flatMap(FormField::table);
              tables.put(id, table.map(one -> rows(one, rows, assumed)).orElse(rows));
            });
    return new SheetContent(texts, tables);
  }

  private static List<Row> rows(FormTable table, List<Row> rows, SchoolYear assumed) {
    List<Row> settled = new ArrayList<>();
    for (Row row : rows) {
      Map<String, String> cells = new HashMap<>(row.cells());
      cells.replaceAll(
          (id, text) ->
              table.column(id).filter(one -> one.type() == FieldType.DATE).isPresent()
                  ? iso(text, assumed)
                  : text);
      settled.add(new Row(row.id(), cells));
    }
    return settled;
  }

  private static String iso(String text, SchoolYear assumed) {
    return DayEntry.of(text, assumed).day().map(LocalDate::toString).orElse(text);
  }

  /**
   * Says why a stored text is no day, in words that follow on the field's name; empty where it is
   * one between 1900 and 2999.
   */
  static Optional<String> fault(String text) {
    DayEntry entry = DayEntry.of(text, new SchoolYear(2000));
    return switch (entry.fault()) {
      case SHAPE -> Optional.of("は、令和8年11月20日、R8.11.20、2026-11-20 のように、年から入れてください。");
      case NO_SUCH_DAY -> Optional.of("の「" + text + "」という日は、こよみにありません。月と日を確かめてください。");
      case ERA -> Optional.of("の「" + text + "」は、その元号にはない日です。" + meant(entry));
      case NONE -> {
        boolean iso = entry.day().map(LocalDate::toString).filter(text::equals).isPresent();
        int year = entry.day().map(LocalDate::getYear).orElse(0);
        yield !iso || year < 1900 || year > 2999
            ? Optional.of("の年を確かめてください。1900年から2999年までの日を入れられます。")
            : Optional.empty();
      }
    };
  }

  private static String meant(DayEntry entry) {
    return entry
        .meant()
        .map(day -> JapaneseDates.full(day, Locale.JAPANESE) + "でしたら、そのように入れ直してください。")
        .orElse("年を確かめてください。");
  }
}
