// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Workbooks;

/** The official form as PDF and workbook, in Japanese as the form is. It checks no rights. */
@Component(service = SheetPapers.class)
public final class SheetPapers {
  private final Prints prints;
  private final Workbooks workbooks;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public SheetPapers(
      @Reference Prints prints, @Reference Workbooks workbooks, @Reference SchoolClock clock) {
    this.prints = prints;
    this.workbooks = workbooks;
    this.clock = clock;
  }

  /** Prints parts of one child's sheet, each on pages of its own. */
  public byte[] pdf(Actor actor, List<PaperPart> parts) {
    Map<String, Object> model = new HashMap<>();
    model.put("parts", parts.stream().map(part -> new PaperModel(part).toMap()).toList());
    model.put("printed", PrintLine.of(clock.now(), actor.name(), Locale.JAPANESE));
    return prints.pdf("supportsheet/print-sheet.ftlh", Locale.JAPANESE, model);
  }

  /** Prints the one-page summary. */
  public byte[] pdf(Actor actor, SheetSummary summary) {
    Map<String, Object> model = new HashMap<>();
    model.put("summary", summary);
    model.put("printed", PrintLine.of(clock.now(), actor.name(), Locale.JAPANESE));
    return prints.pdf("supportsheet/print-summary.ftlh", Locale.JAPANESE, model);
  }

  /** Writes parts as a workbook. */
  public byte[] xlsx(List<PaperPart> parts) {
    return SheetWorkbook.xlsx(workbooks, parts);
  }
}
