// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.supportsheet.domain.Reflected;

/**
 * The rows of 支援機関名等 as the form prints them: five kinds, each with its lines.
 *
 * @param sheet the sheet
 */
record OrganizationRows(YearSheetView sheet) {
  private static final List<String> KINDS =
      List.of("school", "home", "welfare", "medical", "other");

  List<Map<String, Object>> list() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String kind : KINDS) {
      List<YearSheetContent.Line> lines = written(kind);
      rows.add(first(kind, lines));
      lines.stream().skip(1).map(line -> row(kind, line)).forEach(rows::add);
    }
    return rows;
  }

  private List<YearSheetContent.Line> written(String kind) {
    List<YearSheetContent.Line> all = sheet.content().supportOrganizations();
    return all == null ? List.of() : all.stream().filter(line -> kind.equals(line.kind())).toList();
  }

  /** Returns the printed row of a kind, with the cells that are reflected from the roster. */
  private Map<String, Object> first(String kind, List<YearSheetContent.Line> lines) {
    YearSheetContent.Line line =
        lines.isEmpty() ? new YearSheetContent.Line(kind, "", "", "", "") : lines.get(0);
    Map<String, Object> row = row(kind, line);
    row.put("added", false);
    Reflected cells = sheet.reflected();
    if (kind.equals("school")) {
      row.put("organizationName", cells.schoolName().value());
      row.put("auto", List.of("organizationName"));
    } else if (kind.equals("home")) {
      row.put("phone", cells.guardianPhone().value());
      row.put("contactPerson", cells.guardianName().value());
      row.put("auto", List.of("phone", "contactPerson"));
      row.put("struck", List.of("organizationName"));
    }
    return row;
  }

  private static Map<String, Object> row(String kind, YearSheetContent.Line line) {
    Map<String, Object> row = new HashMap<>();
    row.put("kind", kind);
    row.put("added", true);
    row.put("mainSupport", YearSheetAModel.text(line.mainSupport()));
    row.put("organizationName", YearSheetAModel.text(line.organizationName()));
    row.put("phone", YearSheetAModel.text(line.phone()));
    row.put("contactPerson", YearSheetAModel.text(line.contactPerson()));
    return row;
  }
}
