// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;

/**
 * What is sent to save a part, or to keep a draft of it.
 *
 * @param version the version on which the content is based, 0 where there was none
 * @param content the whole content
 */
public record SheetBody(@Nullable Integer version, @Nullable Content content) {
  /**
   * A content; what is left out is empty.
   *
   * @param texts what stands in each field
   * @param tables the rows of each table
   */
  public record Content(
      @Nullable Map<String, @Nullable String> texts,
      @Nullable Map<String, @Nullable List<Row>> tables) {}

  /**
   * A row.
   *
   * @param id its id
   * @param cells what stands in each column
   */
  public record Row(@Nullable String id, @Nullable Map<String, @Nullable String> cells) {}

  /** Returns the version; 400 where there is none. */
  public int basedOn() {
    if (version == null || version < 0) {
      throw new Malformed("version に、もとにした版の番号（初めては 0）を指定してください。");
    }
    return version;
  }

  /** Returns the content; 400 where there is none. */
  public SheetContent toContent() {
    if (content == null) {
      throw new Malformed("version と content を指定してください。");
    }
    Map<String, List<SheetContent.Row>> tables = new HashMap<>();
    if (content.tables() != null) {
      content.tables().forEach((id, rows) -> tables.put(id, rows(rows)));
    }
    return new SheetContent(texts(content.texts()), tables);
  }

  private static List<SheetContent.Row> rows(@Nullable List<Row> rows) {
    List<SheetContent.Row> all = new ArrayList<>();
    if (rows != null) {
      for (Row row : rows) {
        if (row == null || row.id() == null) {
          throw new Malformed("表の行には id が要ります。");
        }
        all.add(new SheetContent.Row(row.id(), texts(row.cells())));
      }
    }
    return all;
  }

  private static Map<String, String> texts(@Nullable Map<String, @Nullable String> sent) {
    Map<String, String> texts = new HashMap<>();
    if (sent != null) {
      sent.forEach((id, text) -> texts.put(id, text == null ? "" : text));
    }
    return texts;
  }
}
