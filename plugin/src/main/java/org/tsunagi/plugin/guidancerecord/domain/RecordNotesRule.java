// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/** Checks what people type beside the figures. */
public final class RecordNotesRule {
  private static final int LONG_TEXT = 2000;
  private static final int SHORT_TEXT = 255;
  private static final int MOST_ROWS = 100;

  private RecordNotesRule() {}

  /** Checks lengths and days. */
  public static Decision check(RecordNotes notes) {
    List<Finding> findings = new ArrayList<>();
    RecordNotes.Leaving leaving = notes.leaving();
    List<String> longTexts = new ArrayList<>(List.of(notes.excerptNote(), notes.repeatReason()));
    notes.online().forEach(text -> longTexts.addAll(List.of(text.method(), text.other())));
    List<String> shortTexts =
        new ArrayList<>(
            List.of(
                leaving.school(),
                leaving.grade(),
                leaving.address(),
                leaving.fromAddress(),
                leaving.reason()));
    notes.online().forEach(text -> shortTexts.add(text.cause()));
    notes.carried().ifPresent(shortTexts::addAll);
    if (longTexts.stream().anyMatch(text -> text.length() > LONG_TEXT)
        || shortTexts.stream().anyMatch(text -> text.length() > SHORT_TEXT * 4)
        || notes.online().size() > MOST_ROWS) {
      findings.add(error("TOO_LONG", "文字が多すぎます。実施方法などは2000字、学校名などは1000字までにしてください。"));
    }
    if (leaving.movingDays() < 0 || leaving.movingDays() > 366) {
      findings.add(error("MOVING_DAYS", "転居に要した日数は0〜366で入れてください。"));
    }
    boolean crossed =
        leaving.lastAttendedOn().isPresent()
            && leaving.acceptedOn().isPresent()
            && !leaving.lastAttendedOn().get().isBefore(leaving.acceptedOn().get());
    if (crossed) {
      findings.add(error("TRANSFER_DATES", "学校を去った日は、転学先が受け入れた日より前の日にしてください。"));
    }
    return findings.isEmpty() ? new Decision.Granted() : new Decision.Refused(findings);
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
