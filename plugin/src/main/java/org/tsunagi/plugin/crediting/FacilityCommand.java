// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;

/**
 * A facility to write.
 *
 * @param version the version it is based on; 0 for a new one
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
 */
public record FacilityCommand(
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String prefecture,
    @Nullable String municipality,
    @Nullable Boolean publicBody,
    @Nullable Boolean residential,
    @Nullable Boolean counselling,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String contact,
    @Nullable Boolean secrecyConfirmed,
    @Nullable LocalDate secrecyConfirmedOn) {
  /**
   * A note at an item of 別添3.
   *
   * @param item the item's id
   * @param entry the entry it is based on; 0 for the first
   * @param note the note
   */
  public record Note(@Nullable String item, @Nullable Integer entry, @Nullable String note) {}

  int basedOn() {
    return version == null ? 0 : version;
  }

  FacilityEntry entry(String id) {
    return new FacilityEntry(
        new Facility(id, text(kind), text(prefecture), text(municipality), text(name)),
        Boolean.TRUE.equals(publicBody),
        Boolean.TRUE.equals(residential),
        Boolean.TRUE.equals(counselling),
        text(address),
        text(phone),
        text(contact),
        Boolean.TRUE.equals(secrecyConfirmed),
        Optional.ofNullable(secrecyConfirmedOn));
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
