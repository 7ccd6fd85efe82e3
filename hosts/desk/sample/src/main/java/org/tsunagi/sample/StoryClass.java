// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The class of the story: 2年2組, in which 水野 あかり is number 24, with their marks of November.
 *
 * <p>The marks are those of the design pictures, which show the school year 2026 on 20 November.
 */
final class StoryClass {
  /** The year of the pictures. */
  static final int YEAR = 2026;

  /** The child of the story. */
  static final String CHILD = "水野";

  private static final String MEMBERS =
      """
      青山 律 あおやま りつ m
      石田 さくら いしだ さくら f
      上野 蓮 うえの れん m 5病 6病 20病
      江口 ひなた えぐち ひなた f
      大塚 結衣 おおつか ゆい f
      小川 湊 おがわ みなと m 2遅 12遅 17遅
      片山 詩 かたやま うた f
      加藤 陽向 かとう ひなた m 10病
      川村 凛 かわむら りん f
      木下 颯太 きのした そうた m
      工藤 芽依 くどう めい f 16停 17停 18停 19停
      小林 悠真 こばやし ゆうま m
      斎藤 紬 さいとう つむぎ f
      坂本 樹 さかもと いつき m 4早
      清水 葵 しみず あおい f 9保 10病 17保
      杉本 大和 すぎもと やまと m
      瀬戸 琴音 せと ことね f
      高木 朔 たかぎ さく m
      竹内 あおい たけうち あおい f 11忌 12忌
      谷口 隼 たにぐち しゅん m
      千葉 澪 ちば みお f 5保 9遅 12保 13病 16病 17病 18病 19病 20病
      中島 暖 なかじま はる m
      西村 奏 にしむら かなで f
      水野 あかり みずの あかり f
      松田 岳 まつだ がく m
      三浦 ほのか みうら ほのか f 6遅
      村上 翼 むらかみ つばさ m
      森本 柚 もりもと ゆず f 17停 18停 19停
      山下 晴 やました はる m
      横山 千尋 よこやま ちひろ f 18早
      """;

  /** The child's marks by month; days that are not named are plain presence. */
  private static final Map<Integer, String> CHILD_MARKS =
      Map.of(
          4, "9病 20遅 24遅 27遅 30病",
          5, "1事 7別 8病 12別 13病 14別 18遅 19別 20病 21別 22事 25病 26別 27病 28別 29病",
          6,
              "1遅 2事 3事 4事 5事 8① 9別 10① 11早 12事 15① 16事 17① 18事 19事 22① 23別 24事 25事 26事 29①"
                  + " 30別",
          7, "1① 2忌 3忌 6① 7別 8事 9事 10別 13① 14別 15① 16事 17別",
          8, "27事 28事 31病",
          9, "1事 2病 3事 4病 7① 8⑧ 9① 10事 11事 14① 15事 16① 17⑧ 18事 24⑧ 25別 28事 29⑧ 30①",
          10, "1⑧ 2別 5① 6⑧ 7① 8⑧ 9別 13停 14停 15停 16停 19① 20⑧ 21事 22⑧ 23別 26事 27⑧ 28① 29⑧ 30事",
          11, "2事 4① 5事 6事 9① 10⑧ 11① 12⑧ 13事 16① 17⑧ 18① 19事 20別");

  /**
   * A member of the class.
   *
   * @param name the name
   * @param sex {@code male} or {@code female}
   * @param november the marks of November, day and glyph
   */
  record Member(PersonName name, String sex, List<String> november) {}

  private StoryClass() {}

  /** Lists the members by number in the register. */
  static List<Member> members() {
    var members = new ArrayList<Member>();
    for (String line : MEMBERS.strip().split("\n", -1)) {
      List<String> parts = List.of(line.strip().split(" ", -1));
      String sex = parts.get(4).equals("f") ? "female" : "male";
      members.add(
          new Member(
              new PersonName(parts.get(0), parts.get(1), parts.get(2), parts.get(3)),
              sex,
              parts.subList(5, parts.size())));
    }
    return members;
  }

  /** Lists the child's marks of a month, day and glyph; empty when the pictures show none. */
  static List<String> childMarks(int month) {
    String marks = CHILD_MARKS.get(month);
    return marks == null ? List.of() : List.of(marks.split(" ", -1));
  }

  /** Returns the attendance code of a glyph. */
  static String code(char glyph) {
    return switch (glyph) {
      case '病' -> "ABSENT_ILLNESS";
      case '事' -> "ABSENT_OTHER";
      case '遅' -> "LATE";
      case '早' -> "EARLY";
      case '別' -> "SEPARATE_ROOM";
      case '保' -> "INFIRMARY";
      case '停' -> "SUSPENSION_INFECTION";
      case '忌' -> "BEREAVEMENT";
      case '①' -> "CREDITED_SUPPORT_CENTER";
      case '⑧' -> "CREDITED_ICT";
      default -> throw new IllegalArgumentException("unknown glyph");
    };
  }
}
