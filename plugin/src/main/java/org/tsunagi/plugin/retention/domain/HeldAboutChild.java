// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

import java.sql.Connection;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * A feature's word on what it holds about a child. A bundle or feature with a table of its own
 * registers one as a service; a test compares all of them with the database's own catalogue.
 */
public interface HeldAboutChild {
  /** Returns the tables, those that refer to others first, in the order of destruction. */
  List<HeldTable> tables();

  /** Takes the files that lie beside the rows, for the export of all that is held. */
  default void files(Connection connection, SchoolId school, StudentId student, Files files) {}

  /** What takes files. */
  @FunctionalInterface
  interface Files {
    /** Takes one; its name is unique within the feature and leads nowhere. */
    void take(String name, byte[] content);
  }
}
