// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.register.RegisterService;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.shared.NotPermitted;

/** The counted tables from the register. */
@Component(service = Figures.class)
public final class RegisterFigures implements Figures {
  private final RegisterService register;
  private final YearColumnService columns;

  /** Makes it. */
  @Activate
  public RegisterFigures(
      @Reference RegisterService register, @Reference YearColumnService columns) {
    this.register = register;
    this.columns = columns;
  }

  @Override
  public Optional<YearTable> months(Actor actor, StudentRecord student, int schoolYear) {
    try {
      return Optional.of(register.year(actor, student, schoolYear).table());
    } catch (NotPermitted e) {
      return Optional.empty();
    }
  }

  @Override
  public List<YearColumnService.Column> years(Actor actor, StudentRecord student) {
    try {
      return columns.list(actor, student.id());
    } catch (NotPermitted e) {
      return List.of();
    }
  }
}
