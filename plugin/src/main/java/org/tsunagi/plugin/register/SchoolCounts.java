// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.persistence.FactsQuery;

/** Counts a whole school in one pass, for those who look at all its students. Checks no rights. */
@Component(service = SchoolCounts.class)
public final class SchoolCounts {
  private final Counting counting;

  /** Makes it. */
  @Activate
  public SchoolCounts(@Reference Counting counting) {
    this.counting = counting;
  }

  /**
   * A school's year, counted.
   *
   * @param homerooms the homerooms of the year
   * @param students the counts, one for each student
   */
  public record Year(List<Homeroom> homerooms, List<StudentCount> students) {
    /** Copies the lists. */
    public Year {
      homerooms = List.copyOf(homerooms);
      students = List.copyOf(students);
    }
  }

  /** Counts every student of a school in a school year, up to today. */
  public Year count(Connection connection, SchoolId school, int schoolYear) {
    FactsQuery query = FactsQuery.ofYear(Set.of(school), schoolYear, Set.of(), Set.of());
    Counting.Counted counted = counting.count(connection, query);
    return new Year(counted.facts().homerooms(), counted.students());
  }
}
