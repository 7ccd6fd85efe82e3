// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Creditings;

/** An empty file of decisions: nothing is credited without one. */
@Component(service = Creditings.class)
public final class NoCreditings implements Creditings {
  @Override
  public Map<StudentId, List<CreditingDecision>> list(Set<SchoolId> schools, int schoolYear) {
    return Map.of();
  }
}
