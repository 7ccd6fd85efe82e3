// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;

/**
 * Parts of a child's sheet as data; {@code /api/schema/support-sheet-document.json} says its shape.
 *
 * @param format {@code support-sheet-document}
 * @param formatVersion 1
 * @param student the student's id
 * @param parts the parts in printed order
 */
public record SheetDocument(String format, int formatVersion, String student, List<Part> parts) {
  /** Copies the list. */
  public SheetDocument {
    parts = List.copyOf(parts);
  }

  /**
   * A part.
   *
   * @param key which part
   * @param title its printed title
   * @param school the school whose sheet it is
   * @param schoolYear the school year; 0 for what belongs to none
   * @param version the number of its newest version; 0 before the first
   * @param state {@code empty}, {@code draft}, {@code review} or {@code final}
   * @param content what was written
   * @param reflected what is reflected, by place
   * @param leftOut whether there are sections that stay inside
   */
  public record Part(
      String key,
      String title,
      String school,
      int schoolYear,
      int version,
      String state,
      SheetContent content,
      Map<String, String> reflected,
      boolean leftOut) {}

  /** Makes the document of parts, of which there is one at least. */
  public static SheetDocument of(List<PaperPart> parts) {
    return new SheetDocument(
        "support-sheet-document",
        1,
        parts.get(0).open().place().student().value(),
        parts.stream().map(SheetDocument::part).toList());
  }

  private static Part part(PaperPart part) {
    var view = part.open().view();
    Map<String, String> reflected = new TreeMap<>();
    view.reflected()
        .forEach(
            (place, cell) -> {
              if (part.form().field(place.split("/", 2)[0]).isPresent()) {
                reflected.put(place, cell.value());
              }
            });
    return new Part(
        view.key(),
        part.open().whole().label().ja(),
        view.schoolId(),
        view.schoolYear(),
        view.version(),
        view.state(),
        view.content().only(part.form()::holds),
        reflected,
        part.leftOut());
  }
}
