// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.imports.file.Complaints;

/**
 * The posts of a zip: of homeroom teachers by {@code enrollments.csv}, of all others by {@code
 * roles.csv}.
 *
 * <p>Who has a homeroom sees that homeroom, not the whole school: the role of teacher at the same
 * school gives no post for the days on which a homeroom is held as its primary teacher. Other
 * teachers of a homeroom have the same post, named after the primary ones, and keep their roles.
 */
final class RosterPosts {
  private final RosterBook book;
  private final Map<String, List<Held>> held = new HashMap<>();
  private final List<RosterRow.PostRow> assistants = new ArrayList<>();

  RosterPosts(RosterBook book) {
    this.book = book;
  }

  /** A homeroom held, with both days inclusive. */
  private record Held(SchoolId school, LocalDate first, LocalDate last, boolean primary) {}

  /** Takes a homeroom teacher's place; primary teachers are handed on at once. */
  void takeHomeroom(RosterRow.PostRow row, boolean primary) {
    Post post = row.post();
    if (!row.ended()) {
      held.computeIfAbsent(row.staff().value(), staff -> new ArrayList<>(1))
          .add(
              new Held(
                  post.school().orElseThrow(), post.first(), post.last().orElseThrow(), primary));
    }
    if (!primary) {
      assistants.add(row);
    } else if (book.writes()) {
      book.intake.put(row);
    }
  }

  /** Hands on what is left when all files are read. */
  void finish() {
    if (book.writes()) {
      assistants.forEach(book.intake::put);
    }
    for (List<RosterBook.Role> roles : book.roles.values()) {
      roles.stream().filter(role -> role.post().isPresent()).forEach(this::takeRole);
    }
    if (!book.bulk) {
      warnOfWideRoles();
    }
  }

  private void takeRole(RosterBook.Role role) {
    boolean homeroomOnly = role.role().equals(RoleReader.HOMEROOM_TEACHER);
    if (homeroomOnly && !role.ended() && !hasHomeroom(role)) {
      book.run
          .findings()
          .add(
              Complaints.warning(
                  "HOMEROOM_TEACHER_WITHOUT_CLASS",
                  RosterFile.ROLES.fileName(),
                  role.line(),
                  "role",
                  "学級担任ですが、enrollments.csv に担任する学級（role が teacher の行）がないので、何も見られません。"
                      + "学級の行を加えるか、担任でなければ役割を teacher にしてください。",
                  role.role()));
    }
    boolean member =
        book.staff.contains(role.user())
            || (!book.bulk && book.staffDirectory.find(new StaffId(role.user())).isPresent());
    if (member && book.writes()) {
      book.intake.put(homeroomOnly ? ended(role, first(role).minusDays(1)) : row(role));
    }
  }

  private LocalDate first(RosterBook.Role role) {
    return role.first().orElse(book.defaultFirst());
  }

  private boolean hasHomeroom(RosterBook.Role role) {
    return homerooms(role.user(), role.org()).findAny().isPresent();
  }

  /**
   * Returns the homerooms of a person at a school: those of the zip, for a delta the host's too.
   * The host does not say who is primary, so all of its are taken for it: the narrower reading.
   */
  private Stream<Held> homerooms(String user, String school) {
    Stream<Held> known = held.getOrDefault(user, List.of()).stream();
    if (!book.bulk) {
      Optional<StaffMember> there = book.staffDirectory.find(new StaffId(user));
      known =
          Stream.concat(
              known,
              there.stream()
                  .flatMap(member -> member.posts().stream())
                  .filter(post -> post.role() == HostRole.HOMEROOM_TEACHER)
                  .filter(post -> post.school().isPresent() && post.homeroom().isPresent())
                  .map(
                      post ->
                          new Held(
                              post.school().get(),
                              post.first(),
                              post.last().orElse(LocalDate.MAX),
                              true)));
    }
    return known.filter(one -> one.school().value().equals(school));
  }

  /** Returns the post of a role; a teacher's is cut to the days without a homeroom. */
  private RosterRow.PostRow row(RosterBook.Role role) {
    LocalDate first = first(role);
    LocalDate last = role.last().orElse(LocalDate.MAX);
    if (role.post().orElseThrow() == HostRole.TEACHER) {
      List<Held> homerooms =
          homerooms(role.user(), role.org())
              .filter(Held::primary)
              .sorted(Comparator.comparing(Held::first))
              .toList();
      for (Held one : homerooms) {
        boolean over = one.last().isBefore(book.today);
        boolean meets = !one.last().isBefore(first) && !one.first().isAfter(last);
        if (meets && over) {
          first = one.last().plusDays(1);
        } else if (meets) {
          last = one.first().minusDays(1);
        }
      }
    }
    if (last.isBefore(first)) {
      return ended(role, last.isBefore(first(role)) ? first(role).minusDays(1) : last);
    }
    return row(role, first, last.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(last));
  }

  private RosterRow.PostRow row(RosterBook.Role role, LocalDate first, Optional<LocalDate> last) {
    Post post =
        new Post(role.post().orElseThrow(), book.school(role.org()), Optional.empty(), first, last);
    return new RosterRow.PostRow(role.id(), new StaffId(role.user()), post, role.ended());
  }

  /** Returns a row that ends the post an earlier roster may have given for a role. */
  private RosterRow.PostRow ended(RosterBook.Role role, LocalDate last) {
    RosterRow.PostRow row = row(role, first(role), Optional.of(last));
    return new RosterRow.PostRow(row.id(), row.staff(), row.post(), true);
  }

  /**
   * Warns where a delta gives a homeroom to somebody whose role of teacher it does not speak of.
   */
  private void warnOfWideRoles() {
    held.forEach(
        (user, homerooms) -> {
          boolean wide =
              !book.roles.containsKey(user)
                  && book.staffDirectory.find(new StaffId(user)).stream()
                      .flatMap(member -> member.posts().stream())
                      .anyMatch(post -> isWide(post, homerooms));
          if (wide) {
            book.run
                .findings()
                .add(
                    Complaints.warning(
                        "ROLE_WIDER_THAN_CLASS",
                        RosterFile.ENROLLMENTS.fileName(),
                        0,
                        "userSourcedId",
                        "担任になった人に、学校全体の役割（teacher）が残っています。roles.csv にこの人の役割の行も入れて送ってください。",
                        user));
          }
        });
  }

  private static boolean isWide(Post post, List<Held> homerooms) {
    return post.role() == HostRole.TEACHER
        && homerooms.stream()
            .filter(Held::primary)
            .anyMatch(
                one ->
                    post.school().equals(Optional.of(one.school()))
                        && post.last().map(last -> !last.isBefore(one.first())).orElse(true)
                        && !post.first().isAfter(one.last()));
  }
}
