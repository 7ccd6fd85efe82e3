// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** Parts of names, put together at random; any likeness to a person is chance. */
final class Names {
  /** Variation selector 17, which asks for another glyph of the kanji before it. */
  private static final String VS17 = "\uDB40\uDD00";

  private static final List<String> FAMILIES =
      words(
          """
          青木=あおき 浅野=あさの 新井=あらい 飯田=いいだ 池上=いけがみ 石井=いしい 泉=いずみ 市川=いちかわ
          今井=いまい 岩崎=いわさき 上原=うえはら 内山=うちやま 梅本=うめもと 榎本=えのもと 遠藤=えんどう
          大川=おおかわ 大島=おおしま 岡本=おかもと 奥村=おくむら 小野=おの 柏木=かしわぎ 金子=かねこ
          川口=かわぐち 神田=かんだ 菊池=きくち 北川=きたがわ 久保=くぼ 黒田=くろだ 小池=こいけ 小山=こやま
          近藤=こんどう 桜井=さくらい 沢田=さわだ 島田=しまだ 白石=しらいし 関口=せきぐち 高野=たかの
          滝沢=たきざわ 田村=たむら 土屋=つちや 津田=つだ 永井=ながい 中野=なかの 成田=なりた 新田=にった
          野口=のぐち 橋本=はしもと 浜口=はまぐち 早川=はやかわ 原田=はらだ 平野=ひらの 福島=ふくしま
          藤井=ふじい 古川=ふるかわ 星野=ほしの 堀内=ほりうち 本田=ほんだ 前川=まえかわ 牧野=まきの
          松井=まつい 丸山=まるやま 南=みなみ 宮本=みやもと 武藤=むとう 森=もり 八木=やぎ 安田=やすだ
          矢野=やの 山本=やまもと 吉川=よしかわ 若林=わかばやし 渡部=わたべ 山﨑=やまざき 髙橋=たかはし
          𠮷田=よしだ 葛%s城=かつらぎ 辻%s本=つじもと 渡邉=わたなべ 濵田=はまだ 栁沢=やなぎさわ
          五百旗頭=いおきべ 勅使河原=てしがわら
          """
              .replace("%s", VS17));

  private static final List<String> GIRLS =
      words(
          """
          葵=あおい 朱里=あかり 明日香=あすか 彩=あや 一花=いちか 梅=うめ 恵麻=えま 香織=かおり 楓=かえで
          心春=こはる 琴葉=ことは 咲希=さき 紗良=さら 栞=しおり 鈴=すず 千夏=ちなつ 紬=つむぎ 朋花=ともか
          奈緒=なお 七海=ななみ 陽菜=ひな 穂乃花=ほのか 真央=まお 美月=みづき 芽衣=めい 桃子=ももこ
          結菜=ゆいな 由芽=ゆめ 莉子=りこ 凛=りん 瑠璃=るり 和花=わか さくら=さくら ひまり=ひまり
          """);

  private static final List<String> BOYS =
      words(
          """
          蒼=あおい 朝陽=あさひ 新=あらた 樹=いつき 瑛太=えいた 海斗=かいと 岳=がく 健太=けんた 航=こう
          朔=さく 駿=しゅん 翔=しょう 奏太=そうた 大輝=だいき 拓海=たくみ 千隼=ちはや 司=つかさ 斗真=とうま
          直人=なおと 暖=はると 陽翔=はるとし 光=ひかる 大和=やまと 真=まこと 湊=みなと 悠真=ゆうま
          結斗=ゆいと 陽向=ひなた 律=りつ 涼=りょう 蓮=れん 航平=こうへい 圭吾=けいご 晴=はる
          """);

  private static final List<PersonName> FOREIGN =
      List.of(
          PersonName.of("グエン ティ・トゥイ・リン ぐえん てぃ・とぅい・りん"),
          PersonName.of("サントス・ダ・シルバ・フェレイラ ジョアン・ペドロ・デ・オリベイラ さんとす・だ・しるば・ふぇれいら じょあん・ぺどろ・で・おりべいら"),
          PersonName.of("李 美玲 り めいりん"),
          PersonName.of("Nguyễn Minh・Anh ぐえん みん・あん"),
          PersonName.of("シュレスタ アーラヴ しゅれすた あーらゔ"));

  /** A name of one word. */
  private static final PersonName SINGLE = PersonName.of("スラメット すらめっと");

  private Names() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /** Draws a name. */
  static PersonName draw(RandomGenerator random, String sex) {
    List<String> givens = sex.equals("female") ? GIRLS : BOYS;
    String[] family = FAMILIES.get(random.nextInt(FAMILIES.size())).split("=", -1);
    String[] given = givens.get(random.nextInt(givens.size())).split("=", -1);
    return new PersonName(family[0], given[0], family[1], given[1]);
  }

  /** Draws a guardian's name of the same family; foreign families keep the family name too. */
  static PersonName guardianOf(RandomGenerator random, PersonName child) {
    if (child.given().isEmpty()) {
      return child;
    }
    List<String> givens = random.nextBoolean() ? GIRLS : BOYS;
    String[] given = givens.get(random.nextInt(givens.size())).split("=", -1);
    return new PersonName(child.family(), given[0], child.familyKana(), given[1]);
  }

  /** Returns a foreign-root name by number, or the name of one word for the last number. */
  static PersonName foreign(int number) {
    int place = Math.floorMod(number, FOREIGN.size() + 1);
    return place == FOREIGN.size() ? SINGLE : FOREIGN.get(place);
  }
}
