// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/** Who can be named in a child's team, and for which days. */
public final class TeamRule {
  /** What a member does in the team. */
  public static final Set<String> ROLES =
      Set.of(
          "homeroom",
          "grade",
          "subject",
          "yogo",
          "counselor",
          "socialWorker",
          "coordinator",
          "administrator",
          "other");

  private TeamRule() {}

  /** Judges a new member; the staff member is empty where nobody has that id. */
  public static Decision add(
      TeamMember wanted,
      Optional<StaffMember> staff,
      SchoolId school,
      List<TeamMember> present,
      LocalDate today) {
    if (staff.filter(one -> works(one, school, today)).isEmpty()) {
      return refused("STAFF", "この学校に今日勤めている教職員から選んでください。");
    }
    if (!ROLES.contains(wanted.role())) {
      return refused("TEAM_ROLE", "チームでの役割を選んでください。");
    }
    if (wanted.last().filter(end -> end.isBefore(wanted.first())).isPresent()) {
      return refused("DAYS", "終わりの日は、始まりの日より後にしてください。");
    }
    boolean already =
        present.stream()
            .anyMatch(
                one ->
                    one.staff().equals(wanted.staff()) && one.meets(wanted.first(), wanted.last()));
    return already
        ? refused("ALREADY", "この人は、その期間すでにチームに入っています。期間を変えるときは、いまのものを終えてから加えてください。")
        : new Decision.Granted();
  }

  /** Judges a new last day; the day before today ends the membership at once. */
  public static Decision end(TeamMember member, LocalDate last, LocalDate today) {
    if (last.isBefore(today.minusDays(1))) {
      return refused("PAST", "終わりの日は、今日からあとの日にしてください。今すぐ終えることもできます。");
    }
    return member.last().filter(end -> end.isBefore(today)).isPresent()
        ? refused("ENDED", "この人は、もうチームを終えています。")
        : new Decision.Granted();
  }

  /** Tells whether somebody holds a post at a school, or at the board, on a day. */
  public static boolean works(StaffMember staff, SchoolId school, LocalDate day) {
    return staff.posts().stream()
        .anyMatch(post -> post.heldOn(day) && post.school().map(school::equals).orElse(true));
  }

  private static Decision refused(String code, String message) {
    return new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message)));
  }
}
