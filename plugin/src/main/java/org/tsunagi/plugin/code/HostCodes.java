// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;

/** Makes the codes of the catalogue known to the host, school year by school year. */
@Component(service = HostCodes.class)
public class HostCodes {
  private static final int LONGEST = 10;

  private final Codes codes;
  private final AttendanceBook book;

  /** Makes it. */
  @Activate
  public HostCodes(@Reference Codes codes, @Reference AttendanceBook book) {
    this.codes = codes;
    this.book = book;
  }

  /** Installs the codes that may be used in a school year; those the host has stay as they are. */
  public void install(Connection connection, SchoolId school, int schoolYear) {
    book.install(school, schoolYear, list(codes.catalogue(connection), schoolYear));
  }

  /** Makes one code known for a school year. */
  void install(SchoolId school, int schoolYear, List<AttendanceCode> some) {
    book.install(school, schoolYear, some.stream().map(HostCodes::of).toList());
  }

  /**
   * Lists the codes of a school year as a host shall know them. A host with a simple model counts
   * as absent what is absent only: an exempt day is no absence.
   */
  static List<HostCode> list(CodeCatalogue catalogue, int schoolYear) {
    return catalogue.list(schoolYear).stream().map(HostCodes::of).toList();
  }

  private static HostCode of(AttendanceCode code) {
    String name = code.shortLabel();
    int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
    return new HostCode(
        code.id(),
        name.substring(0, end),
        code.label(),
        code.effect() == CodeEffect.ABSENT ? HostCode.State.ABSENT : HostCode.State.PRESENT);
  }
}
