// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.util.List;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads the guardians of {@code users.csv}, before the students who name them. */
final class GuardianReader implements RosterReader {
  @Override
  public TableSpec spec() {
    return UserColumns.SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    book.users.add(row.text("sourcedId"));
    boolean guardian =
        book.roles.getOrDefault(row.text("sourcedId"), List.of()).stream()
            .anyMatch(role -> !role.ended() && RoleReader.GUARDIANS.contains(role.role()));
    if (guardian && !ended && row.usable()) {
      String phone = row.text("phone").isEmpty() ? row.text("sms") : row.text("phone");
      book.guardians.put(
          row.text("sourcedId"),
          new Guardian(UserColumns.name(row), UserColumns.kana(row), "", phone));
    }
  }
}
