// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.web;

import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.roster.HostIds;

/** The attendance codes that the host shall have; its own PHP writes them. */
@Component(service = WantedCodes.class)
public final class WantedCodes {
  private final DeskSql sql;

  /** Reads our schema. */
  @Activate
  public WantedCodes(@Reference Store store) {
    this.sql = new DeskSql(store);
  }

  /** Lists the codes of a school and year, one to a line: short name, state, title, by tabs. */
  String list(String school, String year) {
    return sql
        .list(
            """
            SELECT short_name, state, title FROM rosario_code
            WHERE school_id = ? AND school_year = ? ORDER BY state DESC, code
            """,
            p -> p.number(HostIds.of(school)).number(HostIds.of(year)),
            c -> c.text("short_name") + "\t" + c.text("state") + "\t" + c.text("title") + "\n")
        .stream()
        .collect(Collectors.joining());
  }
}
