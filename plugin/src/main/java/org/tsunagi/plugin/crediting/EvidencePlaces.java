// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;

/** Whose an entry of evidence is, for what is attached to it. It checks no rights. */
@Component(service = EvidencePlaces.class)
public class EvidencePlaces {
  private final EvidenceTable evidence;
  private final CreditingPlaces places;

  /** Makes it. */
  @Activate
  public EvidencePlaces(@Reference EvidenceTable evidence, @Reference CreditingPlaces places) {
    this.evidence = evidence;
    this.places = places;
  }

  /**
   * Whose an entry is.
   *
   * @param school the school that keeps it
   * @param target the student with the stays at that school
   * @param voided whether the entry was voided
   */
  public record Place(SchoolId school, Target.OfStudent target, boolean voided) {}

  /** Finds the place of an entry. */
  public Optional<Place> find(Connection connection, String entry) {
    return evidence
        .find(connection, entry)
        .map(
            kept ->
                new Place(
                    kept.school(),
                    CreditingPlaces.target(
                        kept.entry().student(),
                        places.stays(kept.entry().student()),
                        kept.school()),
                    !kept.voidReason().isEmpty()));
  }
}
