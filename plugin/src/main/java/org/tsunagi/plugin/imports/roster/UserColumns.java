// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** The columns of {@code users.csv}. */
final class UserColumns {
  static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.required("username", 255),
              Column.required("givenName", 100),
              Column.key("familyName", 100),
              Column.optional("middleName", 100),
              Column.optional("identifier", 64),
              Column.optional("email", 255),
              Column.phone("sms"),
              Column.phone("phone"),
              Column.optional("agentSourcedIds", 4000),
              Column.optional("grades", 100),
              Column.optional("metadata.jp.kanaGivenName", 100),
              Column.optional("metadata.jp.kanaFamilyName", 100),
              Column.optional("metadata.jp.kanaMiddleName", 100),
              Column.optional("metadata.jp.homeClass", 255))
          .ignoring(
              "dateLastModified",
              "enabledUser",
              "userIds",
              "password",
              "userMasterIdentifier",
              "resourceSourcedIds",
              "preferredGivenName",
              "preferredMiddleName",
              "preferredFamilyName",
              "primaryOrgSourcedId",
              "pronouns");

  private UserColumns() {}

  static String given(Row row) {
    return join(row.text("givenName"), row.text("middleName"));
  }

  static String givenKana(Row row) {
    return join(row.text("metadata.jp.kanaGivenName"), row.text("metadata.jp.kanaMiddleName"));
  }

  static String name(Row row) {
    return (row.text("familyName") + "　" + given(row)).strip();
  }

  static String kana(Row row) {
    return (row.text("metadata.jp.kanaFamilyName") + "　" + givenKana(row)).strip();
  }

  private static String join(String given, String middle) {
    return (given + " " + middle).strip();
  }
}
