// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.util.List;
import org.tsunagi.plugin.familywords.PlainLanguages.Language;
import org.tsunagi.plugin.familywords.domain.RubyText;

/**
 * A child's plan in plain words.
 *
 * @param language the language of the headings
 * @param schoolYear the school year
 * @param version the version of 学年別B; 0 before the first
 * @param decided whether that version is signed; otherwise the paper says that it is a draft
 * @param title the title
 * @param opening the sentences above
 * @param sections what was chosen and is written
 * @param closing the sentences below: what the plan is for, who keeps it secret, whom to ask
 */
public record PlainPaper(
    Language language,
    int schoolYear,
    int version,
    boolean decided,
    RubyText title,
    List<RubyText> opening,
    List<Section> sections,
    List<RubyText> closing) {
  /** Copies the lists. */
  public PlainPaper {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
  }

  /**
   * A section.
   *
   * @param id what can be chosen, for example {@code measures}
   * @param title its heading
   * @param note a sentence below it; without pieces where there is none
   * @param groups its items, those of one measure or term together
   */
  public record Section(String id, RubyText title, RubyText note, List<Group> groups) {
    /** Copies the list. */
    public Section {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Items that belong together.
   *
   * @param title their heading; without pieces where there is none
   * @param items the items
   */
  public record Group(RubyText title, List<Item> items) {
    /** Copies the list. */
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * An item.
   *
   * @param label its word; without pieces where the heading says it
   * @param text what was written, unchanged; a day in the language's own way
   */
  public record Item(RubyText label, String text) {}
}
