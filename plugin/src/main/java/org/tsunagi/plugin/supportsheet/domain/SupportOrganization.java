// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

/**
 * A line of 支援機関名等(校内・校外): who supports the student, inside and outside the school.
 *
 * @param kind the row of the form
 * @param mainSupport 主な支援内容
 * @param organizationName 支援機関名; the form strikes it out for the home
 * @param phone 連絡先電話番号
 * @param contactPerson 担当者名
 */
public record SupportOrganization(
    Kind kind, String mainSupport, String organizationName, String phone, String contactPerson) {
  /** A row of the form, with its text code and its printed label. */
  public enum Kind {
    SCHOOL("school", "在籍校"),
    HOME("home", "家庭"),
    WELFARE("welfare", "福祉"),
    MEDICAL("medical", "医療"),
    OTHER("other", "その他");

    private final String code;
    private final String label;

    Kind(String code, String label) {
      this.code = code;
      this.label = label;
    }

    /** Returns the stable text code. */
    public String code() {
      return code;
    }

    /** Returns the label that the form prints. */
    public String label() {
      return label;
    }

    /** Finds the row of a text code. */
    public static java.util.Optional<Kind> find(String code) {
      return java.util.Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
  }
}
