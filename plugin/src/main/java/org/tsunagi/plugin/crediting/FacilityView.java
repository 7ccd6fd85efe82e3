// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A facility as pages and the REST interface show it.
 *
 * @param id its id
 * @param name its name as remarks print it
 * @param kind the sheet row {@code "1"}–{@code "8"}
 * @param prefecture its prefecture
 * @param municipality its municipality
 * @param publicBody whether a public body runs it
 * @param residential whether children stay there overnight
 * @param counselling whether it offers counselling by specialists
 * @param address its address
 * @param phone its telephone
 * @param contact whom to ask
 * @param secrecyConfirmed whether its duty of secrecy was made sure of
 * @param secrecyConfirmedOn when
 * @param version the version on which a change must be based
 * @param changedByName who changed it last
 * @param changedAt when
 * @param voidReason why it is not used any more; empty while it is
 * @param assessment the notes by item of 別添3; empty in lists
 */
public record FacilityView(
    String id,
    String name,
    String kind,
    String prefecture,
    String municipality,
    boolean publicBody,
    boolean residential,
    boolean counselling,
    String address,
    String phone,
    String contact,
    boolean secrecyConfirmed,
    Optional<LocalDate> secrecyConfirmedOn,
    int version,
    String changedByName,
    Instant changedAt,
    String voidReason,
    List<Noted> assessment) {
  /**
   * An item of 別添3 with its newest note.
   *
   * @param id the item's id
   * @param number the number as the guideline prints it
   * @param heading the heading it stands under
   * @param text the sentence
   * @param note the note; empty while there is none
   * @param entry the entry on which the next note must be based; 0 for the first
   * @param byName who noted it
   * @param at when
   */
  public record Noted(
      String id,
      String number,
      String heading,
      String text,
      String note,
      int entry,
      String byName,
      Optional<Instant> at) {}
}
