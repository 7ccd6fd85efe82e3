// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuspensionEndRuleTest {
  private static Map<Disease.Ask, LocalDate> told(String text) {
    Map<Disease.Ask, LocalDate> told = new EnumMap<>(Disease.Ask.class);
    for (String part : text.split(" ")) {
      String[] pair = part.split("=");
      told.put(Disease.Ask.valueOf(pair[0]), LocalDate.parse("2026-" + pair[1]));
    }
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    // onset 1 Nov, fever gone 2 Nov: five days after the onset decide
    "INFLUENZA,ONSET=11-01 FEVER_GONE=11-02,11-07",
    "INFLUENZA,ONSET=11-01 FEVER_GONE=11-04,11-07",
    // fever gone 5 Nov: two days after the fever decide
    "INFLUENZA,ONSET=11-01 FEVER_GONE=11-05,11-08",
    "INFLUENZA,ONSET=12-29 FEVER_GONE=12-30,2027-01-04",
    "COVID19,ONSET=11-01 SYMPTOMS_EASED=11-03,11-07",
    "COVID19,ONSET=11-01 SYMPTOMS_EASED=11-06,11-08",
    "PERTUSSIS,COUGH_GONE=11-10,11-10",
    "PERTUSSIS,TREATMENT_DONE=11-05,11-06",
    "PERTUSSIS,COUGH_GONE=11-10 TREATMENT_DONE=11-05,11-06",
    "PERTUSSIS,COUGH_GONE=11-03 TREATMENT_DONE=11-05,11-03",
    "MEASLES,FEVER_GONE=11-05,11-09",
    "MUMPS,SWELLING=11-01 WELL=11-03,11-07",
    "MUMPS,SWELLING=11-01 WELL=11-09,11-09",
    "RUBELLA,RASH_GONE=11-05,11-05",
    "VARICELLA,CRUSTED=11-05,11-05",
    "PHARYNGOCONJUNCTIVAL_FEVER,SYMPTOMS_GONE=11-05,11-08",
  })
  void firstDayFollowsTheStandard(Disease disease, String told, String first) {
    SuspensionEnd end = SuspensionEndRule.reckon(disease, told(told), Optional.empty());
    assertEquals(SuspensionEnd.State.KNOWN, end.state());
    LocalDate wanted = LocalDate.parse(first.length() > 5 ? first : "2026-" + first);
    assertEquals(Optional.of(wanted), end.firstDay());
    assertEquals(List.of(), end.missing());
  }

  @ParameterizedTest
  @EnumSource(
      value = Disease.class,
      names = {
        "TUBERCULOSIS",
        "MENINGOCOCCAL",
        "CHOLERA",
        "DYSENTERY",
        "EHEC",
        "TYPHOID",
        "PARATYPHOID",
        "KERATOCONJUNCTIVITIS",
        "HAEMORRHAGIC_CONJUNCTIVITIS",
        "OTHER_CLASS3",
        "CLASS1"
      })
  void theseEndWhenADoctorSaysSo(Disease disease) {
    SuspensionEnd end = SuspensionEndRule.reckon(disease, Map.of(), Optional.empty());
    assertEquals(SuspensionEnd.State.DOCTOR, end.state());
    assertEquals(Optional.empty(), end.firstDay());
    LocalDate said = LocalDate.of(2026, 11, 9);
    assertEquals(
        Optional.of(said),
        SuspensionEndRule.reckon(disease, Map.of(), Optional.of(said)).firstDay());
  }

  @Test
  void untilTheFeverIsGoneOnlyTheEarliestDayIsKnown() {
    SuspensionEnd end =
        SuspensionEndRule.reckon(Disease.INFLUENZA, told("ONSET=11-01"), Optional.empty());
    assertEquals(SuspensionEnd.State.WAITING, end.state());
    assertEquals(Optional.empty(), end.firstDay());
    assertEquals(Optional.of(LocalDate.of(2026, 11, 7)), end.notBefore());
    assertEquals(List.of("feverGoneOn"), end.missing());
  }

  @ParameterizedTest
  @CsvSource({"11-04,11-04", "11-09,11-07"})
  void aDoctorMayShortenButDoesNotLengthen(String doctor, String first) {
    SuspensionEnd end =
        SuspensionEndRule.reckon(
            Disease.INFLUENZA,
            told("ONSET=11-01 FEVER_GONE=11-02"),
            Optional.of(LocalDate.parse("2026-" + doctor)));
    assertEquals(Optional.of(LocalDate.parse("2026-" + first)), end.firstDay());
  }
}
