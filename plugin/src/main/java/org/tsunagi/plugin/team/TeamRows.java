// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.team.domain.TeamMember;

/** Rows of this feature's pages, as their templates are given them. */
final class TeamRows {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private TeamRows() {}

  static Map<String, Object> row(TeamMember member, Locale locale) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", member.id());
    row.put("version", member.version());
    row.put("name", member.staffName());
    row.put("role", member.role());
    row.put("first", JapaneseDates.full(member.first(), locale));
    row.put("last", member.last().map(day -> JapaneseDates.full(day, locale)).orElse(""));
    row.put("endedAtOnce", member.last().filter(end -> end.isBefore(member.first())).isPresent());
    row.put("addedBy", member.addedBy());
    row.put("endedBy", member.endedBy().orElse(""));
    return row;
  }

  static Map<String, Object> reading(ReadEntry entry, Locale locale) {
    return Map.of(
        "at", moment(entry.readAt(), locale),
        "name", entry.actorName(),
        "title", entry.actorTitle(),
        "part", Parts.name(entry.section(), locale),
        "way", entry.way(),
        "reason", entry.reason());
  }

  /** Returns a day with its time, in Tokyo. */
  static String moment(Instant at, Locale locale) {
    ZonedDateTime time = at.atZone(TOKYO);
    String clock = String.format(Locale.ROOT, "%d:%02d", time.getHour(), time.getMinute());
    return JapaneseDates.full(time.toLocalDate(), locale) + " " + clock;
  }
}
