// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A school infectious disease (学校感染症) and what its suspension waits for.
 *
 * <p>Basis: 学校保健安全法施行規則18条・19条.
 */
public enum Disease {
  INFLUENZA("インフルエンザ", 2, Ask.ONSET, Ask.FEVER_GONE),
  COVID19("新型コロナウイルス感染症", 2, Ask.ONSET, Ask.SYMPTOMS_EASED),
  PERTUSSIS("百日咳", 2, Ask.COUGH_GONE, Ask.TREATMENT_DONE),
  MEASLES("麻しん", 2, Ask.FEVER_GONE),
  MUMPS("流行性耳下腺炎（おたふくかぜ）", 2, Ask.SWELLING, Ask.WELL),
  RUBELLA("風しん", 2, Ask.RASH_GONE),
  VARICELLA("水痘（みずぼうそう）", 2, Ask.CRUSTED),
  PHARYNGOCONJUNCTIVAL_FEVER("咽頭結膜熱（プール熱）", 2, Ask.SYMPTOMS_GONE),
  TUBERCULOSIS("結核", 2),
  MENINGOCOCCAL("髄膜炎菌性髄膜炎", 2),
  CHOLERA("コレラ", 3),
  DYSENTERY("細菌性赤痢", 3),
  EHEC("腸管出血性大腸菌感染症", 3),
  TYPHOID("腸チフス", 3),
  PARATYPHOID("パラチフス", 3),
  KERATOCONJUNCTIVITIS("流行性角結膜炎", 3),
  HAEMORRHAGIC_CONJUNCTIVITIS("急性出血性結膜炎", 3),
  OTHER_CLASS3("その他の感染症（第三種）", 3),
  CLASS1("第一種の感染症", 1);

  /** What the reckoning asks for. */
  public enum Ask {
    ONSET("onsetOn", "発症した日"),
    FEVER_GONE("feverGoneOn", "解熱した日（熱が下がった日）"),
    SYMPTOMS_EASED("symptomsEasedOn", "症状が軽くなった日"),
    COUGH_GONE("coughGoneOn", "特有のせきがなくなった日"),
    TREATMENT_DONE("treatmentDoneOn", "5日間の抗菌薬の治療が終わった日"),
    SWELLING("swellingOn", "耳の下などの腫れが出た日"),
    WELL("wellOn", "全身の状態がよくなった日"),
    RASH_GONE("rashGoneOn", "発しんが消えた日"),
    CRUSTED("crustedOn", "すべての発しんがかさぶたになった日"),
    SYMPTOMS_GONE("symptomsGoneOn", "主な症状がなくなった日");

    private final String code;
    private final String label;

    Ask(String code, String label) {
      this.code = code;
      this.label = label;
    }

    /** Returns the name in formats, for example {@code feverGoneOn}. */
    public String code() {
      return code;
    }

    /** Returns what a form calls it. */
    public String label() {
      return label;
    }
  }

  private final String label;
  private final int kind;

  @SuppressWarnings("ImmutableEnumChecker") // never changed after it is made
  private final Set<Ask> asks;

  Disease(String label, int kind, Ask... asks) {
    this.label = label;
    this.kind = kind;
    this.asks = asks.length == 0 ? EnumSet.noneOf(Ask.class) : EnumSet.of(asks[0], asks);
  }

  /** Returns its name. */
  public String label() {
    return label;
  }

  /** Returns its kind, 1–3 (第一種〜第三種). */
  public int kind() {
    return kind;
  }

  /** Lists what the reckoning asks for; empty where only a doctor can say. */
  public Set<Ask> asks() {
    return asks.isEmpty() ? Set.of() : EnumSet.copyOf(asks);
  }

  /** Finds a disease by its name in formats, for example {@code INFLUENZA}. */
  public static Optional<Disease> find(String code) {
    for (Disease disease : values()) {
      if (disease.name().equals(code)) {
        return Optional.of(disease);
      }
    }
    return Optional.empty();
  }
}
