// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A facility with everything the installation keeps of it.
 *
 * @param place what counting and printing need
 * @param publicBody whether a public body runs it
 * @param residential whether children stay there overnight
 * @param counselling whether it offers counselling by specialists
 * @param address its address
 * @param phone its telephone
 * @param contact whom to ask
 * @param secrecyConfirmed whether its duty of secrecy was made sure of
 * @param secrecyConfirmedOn when
 */
public record FacilityEntry(
    Facility place,
    boolean publicBody,
    boolean residential,
    boolean counselling,
    String address,
    String phone,
    String contact,
    boolean secrecyConfirmed,
    Optional<LocalDate> secrecyConfirmedOn) {
  /** Returns this facility with what a table of facilities does not tell, as it was before. */
  public FacilityEntry keeping(FacilityEntry before) {
    return new FacilityEntry(
        place,
        publicBody,
        before.residential,
        before.counselling,
        address,
        phone,
        contact,
        before.secrecyConfirmed,
        before.secrecyConfirmedOn);
  }

  /**
   * Tells whether its guidance needs the board's word: it is a private one.
   *
   * <p>Basis: 元文科初第698号 別記1 2(2).
   */
  public boolean isPrivate() {
    return !publicBody || place.kind().equals("6");
  }
}
