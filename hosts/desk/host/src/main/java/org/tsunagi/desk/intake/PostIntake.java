// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterRow.PostRow;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;

/** Takes posts. */
final class PostIntake {
  private static final String POST =
      """
      SELECT p.post_id, p.staff_id, p.role, c.school_id, p.homeroom_id, p.first_on, p.last_on,
        h.school_year
      FROM desk_post p
      LEFT JOIN desk_school c ON c.school_no = p.school_no
      LEFT JOIN desk_homeroom h ON h.homeroom_id = p.homeroom_id
      """;

  private final DeskSql sql;
  private final LocalDate today;
  private final Seen seen;
  private final Numbers numbers;

  PostIntake(DeskSql sql, LocalDate today, Seen seen) {
    this.sql = sql;
    this.today = today;
    this.seen = seen;
    this.numbers = new Numbers(sql);
  }

  /** Takes posts. */
  IntakeCounts take(List<PostRow> rows) {
    Map<String, PostRow> wanted = new LinkedHashMap<>();
    List<PostRow> ending = new ArrayList<>();
    for (PostRow row : rows) {
      seen.posts.add(row.id());
      if (row.ended()) {
        ending.add(row);
        continue;
      }
      wanted.put(row.id(), row);
      row.post().school().ifPresent(seen.postSchools::add);
      seen.boardPosts |= row.post().school().isEmpty();
    }
    Map<String, PostRow> there = new HashMap<>();
    sql.list(POST + "WHERE p.post_id = ANY(?)", p -> p.texts(wanted.keySet()), c -> there(c).row())
        .forEach(row -> there.put(row.id(), row));
    Difference<PostRow> difference = Difference.of(wanted, there);
    write(difference);
    int ended = ending.stream().mapToInt(this::end).sum();
    return difference.counts(ended, ending.size() - ended);
  }

  private void write(Difference<PostRow> difference) {
    List<SchoolId> named =
        difference.written().stream()
            .flatMap(row -> row.post().school().stream())
            .distinct()
            .toList();
    Map<SchoolId, Integer> schools = numbers.getSchools(named);
    sql.batch(
        """
        INSERT INTO desk_post (staff_id, role, school_no, homeroom_id, first_on, last_on, source, post_id)
        VALUES (?, ?, ?, ?, ?, ?, 'roster', ?)
        """,
        difference.added(),
        (p, row) -> bind(p, row, schools));
    sql.batch(
        """
        UPDATE desk_post SET staff_id = ?, role = ?, school_no = ?, homeroom_id = ?, first_on = ?,
          last_on = ?, source = 'roster'
        WHERE post_id = ?
        """,
        difference.changed(),
        (p, row) -> bind(p, row, schools));
  }

  private static void bind(Parameters p, PostRow row, Map<SchoolId, Integer> schools)
      throws SQLException {
    p.text(row.staff().value())
        .text(row.post().role().code())
        .number(row.post().school().map(schools::get).orElse(null))
        .textOrNull(row.post().homeroom().map(HomeroomId::value).orElse(""))
        .date(row.post().first())
        .date(row.post().last())
        .text(row.id());
  }

  private int end(PostRow row) {
    LocalDate last = row.post().last().orElse(today.minusDays(1));
    return endOpen(row.id(), last);
  }

  private int endOpen(String id, LocalDate last) {
    return sql.update(
        """
        UPDATE desk_post SET last_on = ?
        WHERE post_id = ? AND (last_on IS NULL OR last_on > ?)
        """,
        p -> p.date(last).text(id).date(last));
  }

  /** Ends posts of earlier rosters that a bulk session did not put. */
  IntakeCounts endMissing() {
    List<There> open =
        sql
            .list(
                POST
                    + """
                    WHERE (c.school_id = ANY(?) OR (p.school_no IS NULL AND CAST(? AS boolean)))
                      AND p.source = 'roster' AND (p.last_on IS NULL OR p.last_on >= ?)
                    """,
                p ->
                    p.texts(seen.postSchools.stream().map(SchoolId::value).toList())
                        .flag(seen.boardPosts)
                        .date(today),
                PostIntake::there)
            .stream()
            .filter(there -> !seen.posts.contains(there.row().id()))
            .toList();
    int ended = 0;
    for (There there : open) {
      Optional<LocalDate> last = lastOfMissing(there);
      if (last.isPresent()) {
        ended += endOpen(there.row().id(), last.get());
        seen.staffOfEndedPosts.add(there.row().staff().value());
      }
    }
    return new IntakeCounts(0, 0, 0, ended);
  }

  /**
   * Finds the last day of a missing post: a roster of a year that has not begun says nothing about
   * the posts of the running one.
   */
  private Optional<LocalDate> lastOfMissing(There there) {
    int running = SchoolYear.of(today).year();
    int newest = seen.stayYears.stream().mapToInt(Seen.Year::schoolYear).max().orElse(running);
    int oldest = seen.stayYears.stream().mapToInt(Seen.Year::schoolYear).min().orElse(running);
    LocalDate yesterday = today.minusDays(1);
    if (there.homeroomYear().isPresent()) {
      int year = there.homeroomYear().getAsInt();
      LocalDate yearEnd = new SchoolYear(year).last();
      if (year < oldest) {
        return Optional.of(yearEnd);
      }
      return year > newest
          ? Optional.empty()
          : Optional.of(yesterday.isAfter(yearEnd) ? yearEnd : yesterday);
    }
    return oldest <= running && newest >= running ? Optional.of(yesterday) : Optional.empty();
  }

  private static There there(Columns c) throws SQLException {
    Post post =
        new Post(
            HostRole.find(c.text("role")).orElseThrow(),
            c.optionalText("school_id").map(SchoolId::new),
            c.optionalText("homeroom_id").map(HomeroomId::new),
            c.date("first_on"),
            c.optionalDate("last_on"));
    return new There(
        new PostRow(c.text("post_id"), new StaffId(c.text("staff_id")), post, false),
        c.optionalNumber("school_year"));
  }

  /** A post as it stands, and the school year of its homeroom. */
  private record There(PostRow row, OptionalInt homeroomYear) {}
}
