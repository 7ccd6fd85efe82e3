// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.util.Locale;
import java.util.Optional;

/** A file of the zip that is read. */
enum RosterFile {
  ACADEMIC_SESSIONS("academicSessions", true),
  ORGS("orgs", true),
  COURSES("courses", false),
  CLASSES("classes", true),
  USERS("users", true),
  ROLES("roles", true),
  ENROLLMENTS("enrollments", true),
  DEMOGRAPHICS("demographics", false);

  private final String title;
  private final boolean needed;

  RosterFile(String title, boolean needed) {
    this.title = title;
    this.needed = needed;
  }

  /** Returns the name of the file. */
  String fileName() {
    return title + ".csv";
  }

  /** Returns the name of the manifest's property. */
  String property() {
    return "file." + title;
  }

  /** Tells whether a bulk zip must have it. */
  boolean needed() {
    return needed;
  }

  static Optional<RosterFile> find(String property) {
    for (RosterFile file : values()) {
      if (file.property().toLowerCase(Locale.ROOT).equals(property.toLowerCase(Locale.ROOT))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
