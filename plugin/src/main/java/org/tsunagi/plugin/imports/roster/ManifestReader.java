// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.Source;
import org.tsunagi.plugin.imports.file.TableReader;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.imports.file.ZipUpload;
import org.tsunagi.plugin.platform.jobs.JobFindings;

/** Reads {@code manifest.csv} and compares it with what is in the zip. */
final class ManifestReader {
  private static final String NAME = "manifest.csv";
  private static final TableSpec SPEC =
      TableSpec.of(Column.key("propertyName", 100), Column.required("value", 255));

  private final ZipUpload zip;
  private final JobFindings findings;
  private final Map<RosterFile, String> modes = new EnumMap<>(RosterFile.class);
  private boolean version;

  ManifestReader(ZipUpload zip, JobFindings findings) {
    this.zip = zip;
    this.findings = findings;
  }

  /** Reads it; each file that is to be read has the mode bulk or delta afterwards. */
  Map<RosterFile, String> read(TableReader reader) throws IOException {
    Optional<Source> source = zip.find(NAME);
    if (source.isEmpty()) {
      error("MISSING_FILE", NAME, "manifest.csv がありません。OneRoster 1.2 のzipの一番上に入れてください。");
      return modes;
    }
    if (reader.check(source.get()) > 0) {
      reader.read(source.get(), SPEC, this::take);
    }
    if (!findings.refuse()) {
      if (!version) {
        error("BAD_VERSION", NAME, "oneroster.version の行がありません。1.2 と書いてください。");
      }
      compare();
    }
    return modes;
  }

  private void take(Row row) {
    String name = row.text("propertyName");
    String value = row.text("value");
    if (name.equals("oneroster.version")) {
      version = true;
      if (!value.startsWith("1.2")) {
        row.error("BAD_VERSION", "value", "OneRoster 1.2 のファイルを用意してください。");
      }
    }
    RosterFile.find(name)
        .ifPresent(
            file -> {
              String mode = row.choice("value", List.of("bulk", "delta", "absent"));
              if (modes.putIfAbsent(file, mode) != null) {
                row.error("DUPLICATE_KEY", "propertyName", "同じ項目が2行あります。1行にしてください。");
              }
            });
  }

  private void compare() {
    boolean bulk = modes.containsValue("bulk");
    for (RosterFile file : RosterFile.values()) {
      String mode = modes.getOrDefault(file, "absent");
      boolean there = zip.find(file.fileName()).isPresent();
      if (mode.equals("absent") && there) {
        error(
            "MANIFEST_MISMATCH",
            file.fileName(),
            "manifest.csv では「なし（absent）」ですが、ファイルがあります。どちらかを直してください。");
      } else if (!mode.equals("absent") && !there) {
        error(
            "MISSING_FILE",
            file.fileName(),
            "manifest.csv に " + mode + " とありますが、ファイルがありません。zipに入れてください。");
      } else if (bulk && file.needed() && !there) {
        error(
            "MISSING_FILE",
            file.fileName(),
            "名簿に必要なファイルがありません。zipに入れ、manifest.csv に bulk と書いてください。");
      }
    }
    modes.values().removeIf("absent"::equals);
    if (modes.isEmpty() && !findings.refuse()) {
      error("MISSING_FILE", NAME, "取り込むファイルが1つもありません。manifest.csv の file. の行を確かめてください。");
    }
    if (bulk && modes.containsValue("delta")) {
      findings.add(
          Complaints.warning(
              "MIXED_MODES",
              NAME,
              0,
              "",
              "bulk と delta がまじっているので、差分として取り込みます。載っていない人はそのまま残ります。全員分を送るときは、すべて bulk にしてください。",
              ""));
    }
    sayOthers();
  }

  private void sayOthers() {
    for (String name : zip.names()) {
      boolean known = name.equals(NAME);
      for (RosterFile file : RosterFile.values()) {
        known |= file.fileName().equals(name);
      }
      if (!known) {
        findings.add(Complaints.notice("FILE_IGNORED", name, 0, "", "このファイルは使いません。読みとばしました。", ""));
      }
    }
  }

  private void error(String code, String file, String message) {
    findings.add(Complaints.error(code, file, 0, "", message, ""));
  }
}
