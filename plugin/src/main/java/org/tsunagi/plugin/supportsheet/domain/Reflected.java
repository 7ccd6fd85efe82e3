// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

/**
 * The cells of 学年別Aシート that are reflected from elsewhere (自動で反映), each with its source.
 *
 * @param homeroomTeacher 担任名
 * @param homeroomTeacherKana 担任名のふりがな
 * @param administrator 管理職名
 * @param studentName 名前
 * @param studentKana 名前のふりがな
 * @param sex 性別, as the roster's code
 * @param schoolName 学校名, also 支援機関名 of 在籍校
 * @param grade 学年
 * @param homeroom 学級
 * @param guardianName 担当者名 of 家庭
 * @param guardianPhone 連絡先電話番号 of 家庭
 */
public record Reflected(
    Cell homeroomTeacher,
    Cell homeroomTeacherKana,
    Cell administrator,
    Cell studentName,
    Cell studentKana,
    Cell sex,
    Cell schoolName,
    Cell grade,
    Cell homeroom,
    Cell guardianName,
    Cell guardianPhone) {
  /**
   * A reflected cell.
   *
   * @param value what it shows; empty when the source has nothing
   * @param source where it comes from: {@code student}, {@code enrolment}, {@code school}, {@code
   *     homeroom}, {@code guardian} or {@code staff}
   */
  public record Cell(String value, String source) {}
}
