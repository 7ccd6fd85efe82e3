// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

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
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The papers of this feature as PDF, in Japanese as the forms are. It checks no rights. */
@Component(service = RecordPapers.class)
public final class RecordPapers {
  private final Prints prints;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public RecordPapers(@Reference Prints prints, @Reference SchoolClock clock) {
    this.prints = prints;
    this.clock = clock;
  }

  /** Prints 出欠の記録 with transfers, the annex and what counts beside the five columns. */
  byte[] record(Actor actor, RecordView record) {
    return print(actor, "guidancerecord/print-record.ftlh", model(record));
  }

  /** Prints the excerpt (抄本) of the year. */
  byte[] excerpt(Actor actor, RecordView record) {
    return print(actor, "guidancerecord/print-excerpt.ftlh", model(record));
  }

  /** Prints the annex (別記) of the year. */
  byte[] online(Actor actor, RecordView record) {
    return print(actor, "guidancerecord/print-online.ftlh", model(record));
  }

  /** Prints every day of the year with the facts behind it. */
  byte[] days(Actor actor, RecordView record, List<DayVerdict> days) {
    Map<String, Object> model = model(record);
    model.put("months", ExplainedDays.months(days, Locale.JAPANESE));
    return print(actor, "guidancerecord/print-days.ftlh", model);
  }

  /** Prints the table of a class. */
  byte[] records(Actor actor, ClassRecords records) {
    Map<String, Object> model = new HashMap<>();
    model.put("records", RecordsModel.lines(records));
    model.put("schoolName", records.schoolName());
    model.put("place", records.place());
    model.put("yearLabel", JapaneseDates.schoolYear(records.schoolYear(), Locale.JAPANESE));
    return print(actor, "guidancerecord/print-class.ftlh", model);
  }

  private Map<String, Object> model(RecordView record) {
    return GuidanceRecordModel.facts(record, Locale.JAPANESE);
  }

  private byte[] print(Actor actor, String template, Map<String, Object> model) {
    model.put("printed", PrintLine.of(clock.now(), actor.name(), Locale.JAPANESE));
    return prints.pdf(template, Locale.JAPANESE, model);
  }
}
