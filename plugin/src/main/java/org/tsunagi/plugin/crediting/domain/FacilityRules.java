// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/** Checks what is written about a facility. */
public final class FacilityRules {
  private FacilityRules() {}

  /** Lists what hinders it; empty where nothing does. */
  public static List<Finding> check(FacilityEntry entry) {
    Facility place = entry.place();
    List<Finding> findings = new ArrayList<>();
    if (!place.id().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      findings.add(error("FACILITY_ID", "施設の番号は、半角の英数字と . _ - で64字までにしてください。"));
    }
    if (place.name().isBlank()) {
      findings.add(error("NAME_NEEDED", "施設の名前を、備考に書く形で入れてください。"));
    }
    if (!place.kind().matches("[1-8]")) {
      findings.add(error("KIND", "種類は①〜⑧（1〜8の数字）から選んでください。"));
    }
    if (place.name().length() > 200
        || place.prefecture().length() > 20
        || place.municipality().length() > 60
        || entry.address().length() > 300
        || entry.phone().length() > 255
        || entry.contact().length() > 200) {
      findings.add(error("TOO_LONG", "文字が多すぎます。名前と連絡先は200字、都道府県は20字、市町村は60字、住所は300字までです。"));
    }
    return findings;
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
