// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagi.plugin.familywords.PlainLanguages.Language;
import org.tsunagi.plugin.familywords.PlainPaper.Group;
import org.tsunagi.plugin.familywords.PlainPaper.Item;
import org.tsunagi.plugin.familywords.PlainPaper.Section;
import org.tsunagi.plugin.familywords.domain.RubyText;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.print.PaperPart;

/**
 * Writes the chosen sections in one language, from parts whose sections were cleared for paper.
 *
 * @param languages the words
 * @param language the language
 * @param chosen the sections that staff chose
 */
record PaperWriting(PlainLanguages languages, Language language, Set<String> chosen) {
  private static final Map<String, String> TERMS =
      Map.of(
          "1学期", "plain.term.1",
          "2学期", "plain.term.2",
          "3学期", "plain.term.3",
          "前期", "plain.half.1",
          "後期", "plain.half.2");
  private static final Set<String> OVER = Set.of("ended");

  RubyText word(String key, Object... values) {
    String pattern =
        languages
            .find(language.tag(), key)
            .orElseThrow(() -> new IllegalArgumentException("no word for " + key));
    return RubyText.of(pattern).filled(values);
  }

  /** Lists the sections of 学年別B and, where it was chosen, of 共通シート. */
  List<Section> sections(PaperPart b, List<PaperPart> common) {
    List<Section> all = new ArrayList<>();
    common.stream()
        .filter(part -> part.form().holds("strengths"))
        .forEach(one -> strengths(all, one));
    if (b.form().holds("wishes")) {
      add(all, "wishes", wishes(content(b)));
    }
    if (b.form().holds("yearGoal")) {
      add(all, "yearGoal", List.of(alone(content(b).text("yearGoal"))));
    }
    if (b.form().holds("termPlans")) {
      add(all, "termPlans", terms(b, "-school"));
      add(all, "agencies", terms(b, "-agencies"));
    }
    if (b.form().holds("measures")) {
      add(all, "measures", measures(content(b)));
    }
    return all;
  }

  private void strengths(List<Section> all, PaperPart common) {
    add(all, "strengths", List.of(alone(content(common).text("strengths"))));
  }

  private void add(List<Section> all, String id, List<Group> groups) {
    List<Group> written = groups.stream().filter(one -> !one.items().isEmpty()).toList();
    if (chosen.contains(id) && !written.isEmpty()) {
      RubyText note =
          languages
              .find(language.tag(), "plain.note." + id)
              .map(RubyText::of)
              .orElse(RubyText.asWritten(""));
      all.add(new Section(id, word("plain.section." + id), note, written));
    }
  }

  private static SheetContent content(PaperPart part) {
    return part.open().view().content();
  }

  private List<Group> wishes(SheetContent content) {
    return Stream.of("student", "guardian")
        .map(
            who -> {
              List<Item> items = new ArrayList<>();
              content
                  .row("wishes", who)
                  .ifPresent(
                      row -> {
                        item(items, "plain.now", row.cell("currentSituation"));
                        item(items, "plain.hope", row.cell("futureHopes"));
                      });
              return new Group(word("plain." + who), items);
            })
        .toList();
  }

  private List<Group> terms(PaperPart part, String whose) {
    List<Group> groups = new ArrayList<>();
    FormTable table = part.form().field("termPlans").flatMap(FormField::table).orElseThrow();
    for (FormTable.Line line : table.lines()) {
      if (line.id().endsWith(whose)) {
        List<Item> items = new ArrayList<>();
        content(part)
            .row("termPlans", line.id())
            .ifPresent(
                row -> {
                  item(items, "plain.goal", row.cell("goal"));
                  item(items, "plain.support", row.cell("supportContent"));
                  item(items, "plain.progress", row.cell("progressEvaluation"));
                });
        groups.add(new Group(term(line.group().ja()), items));
      }
    }
    return groups;
  }

  private RubyText term(String name) {
    String key = TERMS.getOrDefault(name, "");
    return key.isEmpty() ? RubyText.asWritten(name) : word(key);
  }

  private List<Group> measures(SheetContent content) {
    List<Group> groups = new ArrayList<>();
    for (Row row : content.rows("measures")) {
      List<Item> items = new ArrayList<>();
      item(items, "plain.goal", row.cell("goal"));
      item(items, "plain.measure", row.cell("measure"));
      item(items, "plain.person", row.cell("person"));
      item(items, "plain.from", day(row.cell("firstOn")));
      item(items, "plain.review", day(row.cell("nextReviewOn")));
      if (!OVER.contains(row.cell("outcome"))) {
        groups.add(new Group(RubyText.asWritten(""), items));
      }
    }
    return groups;
  }

  private static Group alone(String text) {
    RubyText none = RubyText.asWritten("");
    return new Group(none, text.isBlank() ? List.of() : List.of(new Item(none, text)));
  }

  private void item(List<Item> items, String label, String text) {
    if (!text.isBlank()) {
      items.add(new Item(word(label), text));
    }
  }

  /** Writes a day in the way of the language; やさしい日本語 says the western year. */
  String day(String iso) {
    if (iso.isEmpty()) {
      return "";
    }
    try {
      LocalDate day = LocalDate.parse(iso);
      if (language.tag().equals(PlainLanguages.JAPANESE)) {
        return JapaneseDates.full(day, Locale.JAPANESE);
      }
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
          .withLocale(Locale.forLanguageTag(language.tag().split("-", 2)[0]))
          .format(day);
    } catch (DateTimeException e) {
      return iso;
    }
  }
}
