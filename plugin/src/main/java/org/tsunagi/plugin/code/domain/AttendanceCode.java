// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An attendance code (出欠の記号).
 *
 * @param id the stable id, for example {@code ABSENT_ILLNESS}
 * @param label the full name
 * @param shortLabel a name short enough for a key or a cell heading
 * @param glyph the one sign that stands in a grid
 * @param family the look of the sign
 * @param key the key that enters it, one character; empty when none
 * @param effect what it makes of an open school day
 * @param sheetRow the row ①–⑧ of the sheet into which its credited days go, 1–8; 0 for none
 * @param kind the kind by which decisions name it: a row {@code "1"}–{@code "8"} or the code's id
 * @param counts the counts beside the five columns
 * @param remarkOrder where its remark stands: 1 statutory suspension, 2 other exemption, 3
 *     bereavement, 4 credited, 5 late or early
 * @param remarkTemplate the remark (備考) with {@code {n}}, {@code {detail}}, {@code {place}}, {@code
 *     {facility}}; empty for none
 * @param defaultDetail what stands for an empty detail in the remark; empty for none
 * @param decisionNeeded whose decision it needs
 * @param roles the host roles that may enter it; empty for everyone who may write the register
 * @param firstSchoolYear the first school year in which it may be used
 * @param lastSchoolYear the last one; empty while it is in force
 * @param restricted whether its name and remark are for those with a special right only (custody,
 *     protection)
 * @param basis the law or notice it stands on
 */
public record AttendanceCode(
    String id,
    String label,
    String shortLabel,
    String glyph,
    CodeFamily family,
    String key,
    CodeEffect effect,
    int sheetRow,
    String kind,
    Set<CodeCount> counts,
    int remarkOrder,
    String remarkTemplate,
    String defaultDetail,
    DecisionNeed decisionNeeded,
    List<String> roles,
    int firstSchoolYear,
    OptionalInt lastSchoolYear,
    boolean restricted,
    String basis) {
  public AttendanceCode {
    counts = Set.copyOf(counts);
    roles = List.copyOf(roles);
    if (!id.matches("[A-Z][A-Z0-9_.]{0,63}")) {
      throw new IllegalArgumentException("a code's id is 1-64 capitals, digits, _ or .");
    }
    if (label.isBlank() || shortLabel.isBlank() || glyph.isBlank()) {
      throw new IllegalArgumentException("a code needs a label, a short label and a glyph");
    }
    if (sheetRow < 0 || sheetRow > 8) {
      throw new IllegalArgumentException("a sheet row is 1-8, or 0 for none");
    }
    if (remarkOrder < 1 || remarkOrder > 5) {
      throw new IllegalArgumentException("a remark order is 1-5");
    }
    if ((effect == CodeEffect.CREDITED) != (decisionNeeded == DecisionNeed.CREDITING)) {
      throw new IllegalArgumentException("a credited code needs a crediting decision");
    }
    if (lastSchoolYear.isPresent() && lastSchoolYear.getAsInt() < firstSchoolYear) {
      throw new IllegalArgumentException("a code's validity must not end before it begins");
    }
  }

  /** Tells whether the code may be used in a school year. */
  public boolean validIn(int schoolYear) {
    return schoolYear >= firstSchoolYear && schoolYear <= lastSchoolYear.orElse(Integer.MAX_VALUE);
  }

  /** Tells whether a decision of this kind speaks of the code: by its row's number or its id. */
  public boolean isOfKind(String wanted) {
    return wanted.equals(kind) || wanted.equals(id);
  }
}
