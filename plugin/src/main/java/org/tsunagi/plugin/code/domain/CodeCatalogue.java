// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tsunagi.api.school.SchoolYear;

/** The catalogue of attendance codes, in the order in which lists show them. */
public final class CodeCatalogue {
  private final Map<String, NavigableMap<LocalDate, AttendanceCode>> codes = new LinkedHashMap<>();

  /**
   * Makes a catalogue of codes that have always been as they are.
   *
   * @throws IllegalArgumentException where an id stands twice
   */
  public CodeCatalogue(List<AttendanceCode> codes) {
    this(codes.stream().map(code -> new Version(LocalDate.MIN, code)).toList(), true);
  }

  private CodeCatalogue(List<Version> versions, boolean once) {
    for (Version version : versions) {
      AttendanceCode code = version.code();
      NavigableMap<LocalDate, AttendanceCode> own =
          codes.computeIfAbsent(code.id(), id -> new TreeMap<>());
      if (own.put(version.first(), code) != null || (once && own.size() > 1)) {
        throw new IllegalArgumentException("the code stands twice: " + code.id());
      }
    }
  }

  /**
   * Makes a catalogue of codes with the days from which they are as they are. Before its first
   * version a code is as in that one.
   *
   * @throws IllegalArgumentException where two versions of a code begin on one day
   */
  public static CodeCatalogue of(List<Version> versions) {
    return new CodeCatalogue(versions, false);
  }

  /**
   * A code as it is from a day on.
   *
   * @param first the first day; {@link LocalDate#MIN} for always
   * @param code the code
   */
  public record Version(LocalDate first, AttendanceCode code) {}

  /** Finds a code by its id, as its newest version has it. */
  public Optional<AttendanceCode> find(String id) {
    return Optional.ofNullable(codes.get(id)).map(own -> own.lastEntry().getValue());
  }

  /** Finds a code as it is on a day. */
  public Optional<AttendanceCode> find(String id, LocalDate date) {
    return Optional.ofNullable(codes.get(id))
        .map(
            own -> {
              Map.Entry<LocalDate, AttendanceCode> held = own.floorEntry(date);
              return (held == null ? own.firstEntry() : held).getValue();
            });
  }

  /** Returns a code as it is on a day; throws IllegalArgumentException where there is none. */
  public AttendanceCode get(String id, LocalDate date) {
    return find(id, date).orElseThrow(() -> new IllegalArgumentException("no such code: " + id));
  }

  /** Returns a code; throws IllegalArgumentException where the catalogue lacks it. */
  public AttendanceCode get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such code: " + id));
  }

  /**
   * Finds a code that may be marked on a day: it has begun by then, and the day's school year is
   * one of its own.
   */
  public Optional<AttendanceCode> findOffered(String id, LocalDate date) {
    return Optional.ofNullable(codes.get(id))
        .map(own -> own.floorEntry(date))
        .map(Map.Entry::getValue)
        .filter(code -> code.validIn(SchoolYear.of(date).year()));
  }

  /** Lists the codes that may be marked on a day, each as it is on that day. */
  public List<AttendanceCode> list(LocalDate date) {
    return codes.keySet().stream().flatMap(id -> findOffered(id, date).stream()).toList();
  }

  /** Lists all codes, each as its newest version has it. */
  public List<AttendanceCode> list() {
    return codes.values().stream().map(own -> own.lastEntry().getValue()).toList();
  }

  /** Lists the codes that may be used in a school year. */
  public List<AttendanceCode> list(int schoolYear) {
    return list().stream().filter(code -> code.validIn(schoolYear)).toList();
  }
}
