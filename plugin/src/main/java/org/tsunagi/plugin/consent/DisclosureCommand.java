// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Handing over.
 *
 * @param consent the consent
 * @param contentHash the hash of what was gone through at the time of provision
 * @param manner {@code paper}, {@code file} or {@code inPerson}
 * @param reviewedWith with whom of the family the content was gone through again
 * @param handedOn the day; today when left out
 */
public record DisclosureCommand(
    @Nullable String consent,
    @Nullable String contentHash,
    @Nullable String manner,
    @Nullable String reviewedWith,
    @Nullable LocalDate handedOn) {
  /**
   * An arrival.
   *
   * @param version the version seen
   * @param receivedOn when it was received
   * @param receivedBy by whom
   * @param meetingOn when the two sides met to talk
   * @param noMeetingReason why they did not
   */
  public record Arrival(
      @Nullable Integer version,
      @Nullable LocalDate receivedOn,
      @Nullable String receivedBy,
      @Nullable LocalDate meetingOn,
      @Nullable String noMeetingReason) {}
}
