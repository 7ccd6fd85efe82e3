// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The staff (教職員) of the two schools and of the board.
 *
 * @param username the name to sign in with
 * @param name the name
 * @param role the code of the role
 * @param org the school's or the board's sourcedId
 */
record Staff(String username, PersonName name, String role, String org) {
  private static final Set<String> ONEROSTER = Set.of("principal", "teacher", "counselor");

  private static final String PEOPLE =
      """
      sch-aoba principal kitahara.akira 北原 明 きたはら あきら
      sch-aoba vicePrincipal tachibana.noriko 橘 典子 たちばな のりこ
      sch-aoba homeroomTeacher hayama.midori 葉山 みどり はやま みどり
      sch-aoba homeroomTeacher kurata.jun 倉田 純 くらた じゅん
      sch-aoba homeroomTeacher mishima.tamaki 三嶋 環 みしま たまき
      sch-aoba homeroomTeacher ozaki.wataru 尾﨑 渉 おざき わたる
      sch-aoba homeroomTeacher sugita.mei 杉田 芽衣 すぎた めい
      sch-aoba homeroomTeacher nagase.ken 永瀬 健 ながせ けん
      sch-aoba homeroomTeacher fujino.rika 藤野 梨花 ふじの りか
      sch-aoba homeroomTeacher toda.shinji 戸田 慎二 とだ しんじ
      sch-aoba homeroomTeacher aizawa.yui 相沢 結 あいざわ ゆい
      sch-aoba homeroomTeacher morita.gen 守田 玄 もりた げん
      sch-aoba homeroomTeacher kuze.honoka 久世 ほのか くぜ ほのか
      sch-aoba homeroomTeacher ishizuka.toru 石塚 徹 いしづか とおる
      sch-aoba homeroomTeacher hirose.chika 広瀬 千佳 ひろせ ちか
      sch-aoba teacher minami.kanade 南 奏 みなみ かなで
      sch-aoba teacher arai.sota 荒井 颯太 あらい そうた
      sch-aoba yogoTeacher wakaba.sumire 若葉 すみれ わかば すみれ
      sch-aoba coordinator imamura.kyo 今村 恭 いまむら きょう
      sch-aoba office honda.mio 本多 澪 ほんだ みお
      sch-kaede principal ohno.takashi 大野 隆 おおの たかし
      sch-kaede vicePrincipal kawai.nao 河合 直 かわい なお
      sch-kaede homeroomTeacher uchida.saki 内田 咲 うちだ さき
      sch-kaede homeroomTeacher kase.daigo 加瀬 大悟 かせ だいご
      sch-kaede homeroomTeacher nomura.izumi 野村 いずみ のむら いずみ
      sch-kaede homeroomTeacher shiraki.yu 白木 悠 しらき ゆう
      sch-kaede homeroomTeacher sasaki.haruka 佐々木 遥 ささき はるか
      sch-kaede homeroomTeacher higa.kaito 比嘉 海斗 ひが かいと
      sch-kaede homeroomTeacher matsuo.rei 松尾 怜 まつお れい
      sch-kaede homeroomTeacher enomoto.koji 榎本 浩二 えのもと こうじ
      sch-kaede homeroomTeacher sakaki.yoko 榊 洋子 さかき ようこ
      sch-kaede homeroomTeacher miyake.ritsu 三宅 律 みやけ りつ
      sch-kaede teacher okabe.tsuyoshi 岡部 剛 おかべ つよし
      sch-kaede teacher yuki.fumika 結城 文香 ゆうき ふみか
      sch-kaede teacher smith.emma スミス エマ すみす えま
      sch-kaede teacher kudo.hajime 工藤 一 くどう はじめ
      sch-kaede yogoTeacher morishita.izumi 森下 泉 もりした いずみ
      sch-kaede counselor segawa.nagisa 瀬川 渚 せがわ なぎさ
      sch-kaede coordinator takeda.aki 武田 亜希 たけだ あき
      sch-kaede office hatano.minoru 波多野 実 はたの みのる
      org-minamo socialWorker tsuji.makoto 辻 まこと つじ まこと
      org-minamo boardOfficer kanzaki.reiko 神崎 玲子 かんざき れいこ
      org-minamo auditor dojima.osamu 堂島 修 どうじま おさむ
      org-minamo integrator renkei.taro 連携 太郎 れんけい たろう
      """;

  String id() {
    return "sf-" + username.replace('.', '-');
  }

  /** Returns the role as {@code roles.csv} names it. */
  String rosterRole() {
    if (role.equals("homeroomTeacher")) {
      return "teacher";
    }
    return ONEROSTER.contains(role) ? role : "ext:" + role;
  }

  /** Lists everybody. */
  static List<Staff> all() {
    var all = new ArrayList<Staff>();
    for (String line : PEOPLE.strip().split("\n", -1)) {
      String[] parts = line.strip().split(" ", 4);
      all.add(new Staff(parts[2], PersonName.of(parts[3]), parts[1], parts[0]));
    }
    return List.copyOf(all);
  }

  /**
   * Returns the homeroom teacher of a class. Who has a class moves up with it, and goes back to the
   * first grade afterwards.
   *
   * @param room the class
   * @param place its place among the classes of its school, 0 or more; the 特別支援学級 is the last
   * @param perGrade how many classes a grade has
   * @param shift how many years before the year of the staff list the class is
   */
  static Staff homeroomTeacher(Room room, int place, int perGrade, int shift) {
    List<Staff> teachers =
        all().stream()
            .filter(staff -> staff.org().equals(room.school()))
            .filter(staff -> staff.role().equals("homeroomTeacher"))
            .toList();
    int ordinary = teachers.size() - 1;
    return room.specialNeeds()
        ? teachers.get(ordinary)
        : teachers.get(Math.floorMod(place + shift * perGrade, ordinary));
  }
}
