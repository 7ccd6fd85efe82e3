// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Signed;

/**
 * A line of the ledger of disclosures (提供の記録).
 *
 * @param id its id
 * @param school the school that handed over
 * @param student the student
 * @param consent the consent it belongs to
 * @param ground on what it was handed over
 * @param recipient to whom
 * @param scope what
 * @param hash the hash of what was handed over
 * @param manner {@code paper}, {@code file} or {@code inPerson}
 * @param reviewedWith with whom of the family the content was gone through again; may be empty
 * @param handedOn the day
 * @param by who handed it over
 * @param receipt what is known of its arrival
 */
public record Disclosure(
    String id,
    SchoolId school,
    StudentId student,
    String consent,
    Ground ground,
    Recipient recipient,
    List<ItemGroup> scope,
    String hash,
    String manner,
    String reviewedWith,
    LocalDate handedOn,
    Signed by,
    Receipt receipt) {
  public Disclosure {
    scope = List.copyOf(scope);
  }

  /**
   * On what something was handed over.
   *
   * @param byLaw whether it was a basis by law; else consent
   * @param event the number of the event that says so
   * @param rule the id of the basis; empty for consent
   */
  public record Ground(boolean byLaw, int event, String rule) {
    /** Returns {@code consent} or {@code law}. */
    public String code() {
      return byLaw ? "law" : "consent";
    }
  }

  /**
   * What is known of an arrival.
   *
   * @param version how often it was written down
   * @param receivedOn when it was received
   * @param receivedBy by whom
   * @param meetingOn when the two sides met to talk (情報交換の機会)
   * @param noMeetingReason why they did not, where they did not
   */
  public record Receipt(
      int version,
      Optional<LocalDate> receivedOn,
      String receivedBy,
      Optional<LocalDate> meetingOn,
      String noMeetingReason) {
    /** Nothing yet. */
    public static final Receipt NONE = new Receipt(0, Optional.empty(), "", Optional.empty(), "");

    /** Tells whether a meeting should still be asked about; it is asked softly. */
    public boolean asksMeeting() {
      return meetingOn.isEmpty() && noMeetingReason.isBlank();
    }
  }
}
