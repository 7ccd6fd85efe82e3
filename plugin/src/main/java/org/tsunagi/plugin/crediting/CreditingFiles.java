// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.crediting.persistence.ApplicationFiles;
import org.tsunagi.plugin.shared.DateRange;

/** Reads files of applications, with four statements whatever their number. It checks no rights. */
@Component(service = CreditingFiles.class)
public class CreditingFiles {
  private final ApplicationFiles files;
  private final ConditionLists lists;
  private final Codes codes;

  /** Makes it. */
  @Activate
  public CreditingFiles(
      @Reference ApplicationFiles files, @Reference ConditionLists lists, @Reference Codes codes) {
    this.files = files;
    this.lists = lists;
    this.codes = codes;
  }

  /** Reads the file of a student. */
  CreditingFile ofStudent(Connection connection, StudentId student) {
    return file(connection, files.ofStudent(connection, student));
  }

  /** Reads the file of the student who has an application; an empty one where nobody has it. */
  CreditingFile besides(Connection connection, String application) {
    return file(connection, files.besides(connection, application));
  }

  /** Reads the applications of schools whose period meets a range. */
  CreditingFile ofSchools(Connection connection, Set<SchoolId> schools, DateRange range) {
    return file(connection, files.ofSchools(connection, schools, range));
  }

  private CreditingFile file(Connection connection, List<ApplicationFile> applications) {
    Set<SchoolId> schools =
        applications.stream().map(one -> one.application().school()).collect(Collectors.toSet());
    return new CreditingFile(
        applications, lists.list(connection, schools), codes.catalogue(connection));
  }
}
