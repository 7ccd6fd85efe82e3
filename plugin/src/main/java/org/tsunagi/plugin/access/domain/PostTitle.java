// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.LocalDate;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;

/** The title (職名) under which somebody signs or reads at a school. */
public final class PostTitle {
  private PostTitle() {}

  /** Returns the title of a post held on a day at a school or the board; empty where none is. */
  public static String of(Actor actor, SchoolId school, LocalDate day) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(day))
        .filter(post -> post.school().map(school::equals).orElse(true))
        .map(Post::role)
        .sorted()
        .map(PostTitle::of)
        .findFirst()
        .orElse("");
  }

  /** Returns the Japanese title of a role, written out as under a decision. */
  public static String full(HostRole role) {
    return switch (role) {
      case HOMEROOM_TEACHER -> "学級担任";
      case COUNSELOR -> "スクールカウンセラー";
      case SOCIAL_WORKER -> "スクールソーシャルワーカー";
      default -> of(role);
    };
  }

  /** Returns the Japanese title of a role, short as in lists. */
  public static String of(HostRole role) {
    return switch (role) {
      case PRINCIPAL -> "校長";
      case VICE_PRINCIPAL -> "教頭";
      case HOMEROOM_TEACHER -> "担任";
      case TEACHER -> "教諭";
      case YOGO_TEACHER -> "養護教諭";
      case COUNSELOR -> "SC";
      case SOCIAL_WORKER -> "SSW";
      case COORDINATOR -> "コーディネーター";
      case OFFICE -> "事務職員";
      case INTEGRATOR -> "システム担当";
      case BOARD_OFFICER -> "教育委員会";
      case AUDITOR -> "監査担当";
    };
  }
}
