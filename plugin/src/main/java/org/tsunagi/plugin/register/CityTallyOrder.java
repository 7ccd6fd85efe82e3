// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.api.school.SchoolId;

/**
 * What a job shall count, as it waits with the job.
 *
 * @param schoolYear the school year
 * @param monthly whether by month instead of for the year
 * @param schools the schools that the one who asked may read
 */
record CityTallyOrder(int schoolYear, boolean monthly, List<SchoolId> schools) {
  CityTallyOrder {
    schools = List.copyOf(schools);
  }

  /** Returns it as lines: the year, the period, and a school each. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(schoolYear));
    lines.add(monthly ? "month" : "year");
    schools.forEach(school -> lines.add(school.value()));
    return String.join("\n", lines);
  }

  static CityTallyOrder read(String text) {
    List<String> lines = text.lines().toList();
    return new CityTallyOrder(
        Integer.parseInt(lines.get(0)),
        lines.get(1).equals("month"),
        lines.stream().skip(2).map(SchoolId::new).toList());
  }
}
