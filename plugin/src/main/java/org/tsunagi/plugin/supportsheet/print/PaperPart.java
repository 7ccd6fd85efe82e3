// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.domain.FormPart;

/**
 * A part as it goes out.
 *
 * @param open the part as its reader has it open
 * @param form the sections that go out
 * @param months the table 月別欠席状況等; empty where the part has none or the reader may not count
 * @param years the columns of 学年別欠席日数等
 * @param files what is attached to the sections that go out, by name
 */
public record PaperPart(
    OpenPart open,
    FormPart form,
    Optional<YearTable> months,
    List<YearColumnService.Column> years,
    List<String> files) {
  /** Copies the lists. */
  public PaperPart {
    years = List.copyOf(years);
    files = List.copyOf(files);
  }

  /** Tells whether there are sections that stay inside. */
  public boolean leftOut() {
    return form.sections().size() < open.whole().sections().size();
  }
}
