// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.shared.LocalScope;

/** Everything that is in force about attendance codes: their versions and local words of 備考. */
public final class CodesInForce {
  private final long changes;
  private final List<AttendanceCode> shipped;
  private final List<CodeVersion> versions;
  private final List<RemarkSetting> remarks;
  private final CodeCatalogue catalogue;

  /**
   * Joins them.
   *
   * @param changes how often they were changed before
   * @param shipped the codes that the extension ships
   * @param versions what was put in force, oldest first
   * @param remarks what was set for 備考
   */
  public CodesInForce(
      long changes,
      List<AttendanceCode> shipped,
      List<CodeVersion> versions,
      List<RemarkSetting> remarks) {
    this.changes = changes;
    this.shipped = List.copyOf(shipped);
    this.versions = List.copyOf(versions);
    this.remarks = List.copyOf(remarks);
    this.catalogue = CodeCatalogue.of(join());
  }

  private List<CodeCatalogue.Version> join() {
    Map<String, Map<LocalDate, AttendanceCode>> codes = new LinkedHashMap<>();
    for (AttendanceCode code : shipped) {
      codes.computeIfAbsent(code.id(), id -> new LinkedHashMap<>()).put(LocalDate.MIN, code);
    }
    for (CodeVersion version : versions) {
      codes
          .computeIfAbsent(version.code().id(), id -> new LinkedHashMap<>())
          .put(version.first(), version.code());
    }
    List<CodeCatalogue.Version> all = new ArrayList<>();
    codes
        .values()
        .forEach(
            own -> own.forEach((first, code) -> all.add(new CodeCatalogue.Version(first, code))));
    return all;
  }

  /** Returns how often they were changed before. */
  public long changes() {
    return changes;
  }

  /** Returns the catalogue by which is counted. */
  public CodeCatalogue catalogue() {
    return catalogue;
  }

  /** Lists what was put in force for a code, oldest first; a shipped code alone has none. */
  public List<CodeVersion> versions(String code) {
    return versions.stream().filter(one -> one.code().id().equals(code)).toList();
  }

  /** Finds a code as it is shipped. */
  public Optional<AttendanceCode> findShipped(String code) {
    return shipped.stream().filter(one -> one.id().equals(code)).findFirst();
  }

  /** Returns where a code comes from: {@code shipped}, {@code own} or the name of a bundle. */
  public String origin(String code) {
    if (findShipped(code).isPresent()) {
      return "shipped";
    }
    return versions(code).stream().findFirst().map(CodeVersion::origin).orElse(CodeVersion.OWN);
  }

  /** Lists what was set for 備考, in the order in which it was set. */
  public List<RemarkSetting> remarks() {
    return remarks;
  }

  /** Returns the local words of 備考 of a school by code; only codes for which some are set. */
  public Map<String, DatedTemplate> remarks(String municipality, String school) {
    Map<String, List<RemarkSetting>> own = new HashMap<>();
    for (RemarkSetting one : remarks) {
      if (one.scope().covers(municipality, school)) {
        own.computeIfAbsent(one.codeId(), id -> new ArrayList<>()).add(one);
      }
    }
    Map<String, DatedTemplate> joined = new HashMap<>();
    own.forEach((code, settings) -> joined.put(code, DatedTemplate.of(settings)));
    return joined;
  }

  /** Returns the same with further versions, as if they had been put in force. */
  public CodesInForce with(List<CodeVersion> more) {
    List<CodeVersion> all = new ArrayList<>(versions);
    all.addAll(more);
    return new CodesInForce(changes, shipped, all, remarks);
  }

  /** Returns the same with a further setting of 備考. */
  public CodesInForce with(RemarkSetting more) {
    List<RemarkSetting> all = new ArrayList<>(remarks);
    all.add(more);
    return new CodesInForce(changes, shipped, versions, all);
  }

  /** Returns the number that the next version of a code gets. */
  public int nextNumber(String code) {
    return versions(code).stream().mapToInt(CodeVersion::number).max().orElse(0) + 1;
  }

  /** Returns the number that the next setting of 備考 gets. */
  public int nextNumber(LocalScope scope, String code) {
    return remarks.stream()
            .filter(one -> one.scope().equals(scope) && one.codeId().equals(code))
            .mapToInt(RemarkSetting::number)
            .max()
            .orElse(0)
        + 1;
  }
}
