// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A viewpoint of the examination (審査の観点): five for category A, seven for B. */
public enum Viewpoint {
  A1("A①内容事項の取扱い", false),
  A2("A②総授業時数の確保", false),
  A3("A③系統性・体系性", false),
  A4("A④保護者負担・機会均等(義務教育のみ)", true),
  A5("A⑤転出入への配慮", false),
  B1("B①削減が教育機会確保に不可欠", false),
  B2("B②差異・理解の支障を防ぐ工夫", false),
  B3("B③選考の工夫(不適切な動機の排除)", false),
  B4("B④体制整備(人的配置・環境)", false),
  B5("B⑤系統性・体系性", false),
  B6("B⑥保護者負担・機会均等(義務教育のみ)", true),
  B7("B⑦転出入への配慮", false);

  private final String title;
  private final boolean compulsoryOnly;

  Viewpoint(String title, boolean compulsoryOnly) {
    this.title = title;
    this.compulsoryOnly = compulsoryOnly;
  }

  /** Returns the name with category and number. */
  public String title() {
    return title;
  }

  /** Lists the viewpoints that a plan of a category must answer at a stage. */
  public static List<Viewpoint> list(Pattern.Category category, Stage stage) {
    return Arrays.stream(values())
        .filter(one -> one.name().startsWith(category.name()))
        .filter(one -> stage.compulsory() || !one.compulsoryOnly)
        .toList();
  }

  /** Finds the viewpoint of a code, for example {@code B7}. */
  public static Optional<Viewpoint> find(String code) {
    return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
  }
}
