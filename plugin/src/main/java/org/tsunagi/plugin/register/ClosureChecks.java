// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.Finding;

/** What speaks against a closure. */
final class ClosureChecks {
  private static final Set<String> SCOPES = Set.of("school", "grade", "homeroom", "group");
  private static final Set<String> BASES = Set.of("ART20", "ART63", "STAGGERED");

  private ClosureChecks() {}

  /** Checks what the closure says by itself. */
  static List<Finding> form(ClosureIntake.Row closure) {
    List<Finding> findings = new ArrayList<>();
    if (!SCOPES.contains(closure.scope())) {
      findings.add(error("SCOPE", "scope は school・grade・homeroom・group のどれかにしてください。"));
    }
    if (!BASES.contains(closure.basis())) {
      findings.add(error("BASIS", "basis は ART20・ART63・STAGGERED のどれかにしてください。"));
    }
    if (closure.last().isBefore(closure.first())) {
      findings.add(error("DATES", "終わりの日が、始めの日より前です。日付を入れかえてください。"));
    } else if (!SchoolYear.of(closure.first()).equals(SchoolYear.of(closure.last()))) {
      findings.add(error("DATES", "休業は年度ごとに分けて記録してください（4月1日で区切ります）。"));
    }
    if (closure.scope().equals("school") != closure.target().isEmpty()) {
      findings.add(error("TARGET", "対象は、学校全体のときは空に、それ以外のときは選んでください。"));
    } else if (closure.scope().equals("grade") && Grade.find(closure.target()).isEmpty()) {
      findings.add(error("TARGET", "対象の学年は P1〜P6・J1〜J3・H1〜H4 で書いてください。"));
    }
    if (closure.reason().length() > 1000
        || closure.target().length() > 255
        || closure.authority().length() > 255
        || closure.reportedTo().length() > 255) {
      findings.add(error("TOO_LONG", "文字が多すぎます。理由は1000字、ほかの欄は255字までです。"));
    }
    return findings;
  }

  /** Checks that what it closes is there. */
  static List<Finding> target(
      ClosureIntake.Row closure, List<Homeroom> homerooms, Set<String> groups) {
    String target = closure.target();
    boolean there =
        switch (closure.scope()) {
          case "homeroom" -> homerooms.stream().anyMatch(room -> room.id().value().equals(target));
          case "group" -> groups.contains(target);
          default -> true;
        };
    if (there) {
      return List.of();
    }
    return List.of(
        closure.scope().equals("group")
            ? error("UNKNOWN_GROUP", "グループ「" + target + "」がありません。先にグループを作るか、名前を確かめてください。")
            : error("UNKNOWN_HOMEROOM", "この学級は、その年度の名簿にありません。一覧から選んでください。"));
  }

  static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
