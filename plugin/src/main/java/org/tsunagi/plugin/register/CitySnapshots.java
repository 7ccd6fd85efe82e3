// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.CountedSchool;
import org.tsunagi.plugin.register.domain.LongAbsences;
import org.tsunagi.plugin.register.persistence.LongAbsenceCounts;
import org.tsunagi.plugin.register.persistence.TallySnapshots;

/** Tells other features what the last counts of a whole city found. It checks no rights. */
@Component(service = CitySnapshots.class)
public final class CitySnapshots {
  private final TallySnapshots snapshots;
  private final LongAbsenceCounts absences;

  /** Makes it. */
  @Activate
  public CitySnapshots(@Reference TallySnapshots snapshots, @Reference LongAbsenceCounts absences) {
    this.snapshots = snapshots;
    this.absences = absences;
  }

  /** Lists when each school's year was counted last. */
  public List<CountedSchool> counted(Connection connection, int schoolYear) {
    return snapshots.counted(connection, schoolYear, false);
  }

  /** Counts students who were away for long, for each grade of the schools. */
  public List<LongAbsences> longAbsences(
      Connection connection, List<SchoolId> schools, int schoolYear) {
    return absences.count(connection, schools, schoolYear);
  }
}
