// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of attendance codes, in the order in which lists show them. */
public final class CodeCatalogue {
  private final Map<String, AttendanceCode> codes = new LinkedHashMap<>();

  /**
   * Makes a catalogue.
   *
   * @throws IllegalArgumentException where an id stands twice
   */
  public CodeCatalogue(List<AttendanceCode> codes) {
    for (AttendanceCode code : codes) {
      if (this.codes.put(code.id(), code) != null) {
        throw new IllegalArgumentException("the code stands twice: " + code.id());
      }
    }
  }

  /** Finds a code by its id. */
  public Optional<AttendanceCode> find(String id) {
    return Optional.ofNullable(codes.get(id));
  }

  /** Returns a code; throws IllegalArgumentException where the catalogue lacks it. */
  public AttendanceCode get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such code: " + id));
  }

  /** Lists all codes. */
  public List<AttendanceCode> list() {
    return List.copyOf(codes.values());
  }

  /** Lists the codes that may be used in a school year. */
  public List<AttendanceCode> list(int schoolYear) {
    return codes.values().stream().filter(code -> code.validIn(schoolYear)).toList();
  }
}
