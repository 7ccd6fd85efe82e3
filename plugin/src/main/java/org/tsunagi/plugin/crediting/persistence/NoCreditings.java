// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;

/** An empty file of decisions: nothing is credited without one. */
@Component(service = Creditings.class)
public final class NoCreditings implements Creditings {
  @Override
  public CreditingBook load(
      Connection connection, Set<SchoolId> schools, int schoolYear, Set<StudentId> students) {
    return CreditingBook.EMPTY;
  }
}
