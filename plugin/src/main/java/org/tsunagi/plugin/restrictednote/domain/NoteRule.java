// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/** What can be noted, and who may open a note. */
public final class NoteRule {
  /** What a note is about. */
  public static final Set<String> KINDS =
      Set.of("interview", "health", "family", "safety", "concern", "other");

  /** The roles that a note can name. */
  public static final Set<HostRole> ROLES =
      Set.of(
          HostRole.PRINCIPAL,
          HostRole.VICE_PRINCIPAL,
          HostRole.HOMEROOM_TEACHER,
          HostRole.YOGO_TEACHER,
          HostRole.COUNSELOR,
          HostRole.SOCIAL_WORKER,
          HostRole.COORDINATOR);

  /** The roles that may open a concern that was handed in. */
  public static final Set<HostRole> CONCERN_READERS =
      Set.of(
          HostRole.PRINCIPAL,
          HostRole.VICE_PRINCIPAL,
          HostRole.HOMEROOM_TEACHER,
          HostRole.YOGO_TEACHER,
          HostRole.COORDINATOR);

  private static final int MOST = 20_000;

  private NoteRule() {}

  /** Judges a note to be written. */
  public static Decision write(RestrictedNote note, String content, LocalDate today) {
    if (content.isEmpty() || content.length() > MOST) {
      return refused("CONTENT", "内容を、2万字までで書いてください。");
    }
    if (!KINDS.contains(note.kind())) {
      return refused("KIND", "メモの種類を選んでください。");
    }
    if (note.on().isAfter(today)) {
      return refused("DAY", "日付は今日までにしてください。");
    }
    if (!ROLES.containsAll(note.roles())) {
      return refused("ROLES", "開ける人の役割を、一覧から選んでください。");
    }
    return note.roles().isEmpty() && note.readers().isEmpty()
        ? refused("AUDIENCE", "このメモを開ける人を、役割か名前で選んでください。")
        : new Decision.Granted();
  }

  /**
   * Tells whether an actor who may read notes of the child may open this one: named, holding a
   * named role at the school today, or its writer where it was not handed in as a concern.
   */
  public static boolean opens(RestrictedNote note, Actor actor, SchoolId school, LocalDate today) {
    boolean writer = note.writtenById().equals(actor.id()) && !note.reported();
    boolean named = note.readers().stream().anyMatch(one -> one.staff().equals(actor.id()));
    return writer
        || named
        || actor.posts().stream()
            .filter(post -> post.heldOn(today))
            .filter(post -> post.school().map(school::equals).orElse(true))
            .anyMatch(post -> note.roles().contains(post.role()));
  }

  private static Decision refused(String code, String message) {
    return new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message)));
  }
}
