// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.task.domain.PersonRule.Person;

/** Who is meant by 担当. */
class PersonRuleTest {
  private static final Person HARA = new Person("原　さくら", Set.of(HostRole.HOMEROOM_TEACHER));
  private static final Person MORI = new Person("森下 泉", Set.of(HostRole.YOGO_TEACHER));
  private static final Person HEAD = new Person("大野　隆", Set.of(HostRole.PRINCIPAL));
  private static final Person TEAM = new Person("瀬川凪", Set.of(HostRole.COUNSELOR));

  @ParameterizedTest
  @CsvSource({
    "'', true, false, false, false",
    "'　', true, false, false, false",
    "担任, true, false, false, false",
    "学級担任、養護教諭, true, true, false, false",
    "原先生, true, false, false, false",
    "原, true, false, false, false",
    "原因を調べる人, false, false, false, false",
    "原さくら, true, false, false, false",
    "森下, false, true, false, false",
    "担任（原）・森下先生, true, true, false, false",
    "森下　泉, false, true, false, false",
    "校長, false, false, true, false",
    "副校長, false, false, false, false",
    "大野校長, false, false, true, false",
    "SC, false, false, false, true",
    "ＳＣ, false, false, false, true",
    "SSW, false, false, false, false",
    "スクールカウンセラー, false, false, false, true",
    "瀬川凪, false, false, false, true",
    "母, false, false, false, false"
  })
  void aPersonIsMeantByNameOrByRole(
      String words, boolean hara, boolean mori, boolean head, boolean team) {
    assertEquals(hara, PersonRule.means(words, HARA));
    assertEquals(mori, PersonRule.means(words, MORI));
    assertEquals(head, PersonRule.means(words, HEAD));
    assertEquals(team, PersonRule.means(words, TEAM));
  }
}
