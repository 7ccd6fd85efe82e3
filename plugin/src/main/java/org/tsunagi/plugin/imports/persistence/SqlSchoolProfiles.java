// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.persistence;

import java.sql.Connection;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** Profiles of schools in a table. */
@Component(service = SchoolProfiles.class)
public class SqlSchoolProfiles implements SchoolProfiles {
  @Override
  public Optional<SchoolProfile> find(Connection connection, SchoolId school) {
    return Sql.find(
        connection,
        "SELECT prefecture, municipality, establishing_body, school_code FROM school_profile"
            + " WHERE school_id = ?",
        rows ->
            new SchoolProfile(
                school, rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)),
        school.value());
  }

  @Override
  public void save(Connection connection, SchoolProfile profile) {
    int there =
        Sql.update(
            connection,
            "UPDATE school_profile SET prefecture = ?, municipality = ?, establishing_body = ?,"
                + " school_code = ? WHERE school_id = ?",
            profile.prefecture(),
            profile.municipality(),
            profile.establishingBody(),
            profile.schoolCode(),
            profile.school().value());
    if (there == 0) {
      Sql.update(
          connection,
          "INSERT INTO school_profile (prefecture, municipality, establishing_body, school_code,"
              + " school_id) VALUES (?, ?, ?, ?, ?)",
          profile.prefecture(),
          profile.municipality(),
          profile.establishingBody(),
          profile.schoolCode(),
          profile.school().value());
    }
  }
}
