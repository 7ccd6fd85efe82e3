// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tsunagi.plugin.platform.jobs.JobFindings;
import org.tsunagi.plugin.platform.jobs.JobRefused;
import org.tsunagi.plugin.platform.jobs.JobRun;

/** An uploaded zip file with files at its top, checked before anything is unpacked. */
public final class ZipUpload implements AutoCloseable {
  private static final int MOST_ENTRIES = 64;
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_RATIO = 100;

  /** Below this size a high ratio does no harm. */
  private static final long SMALL = 65536;

  private final Path path;
  private final ZipFile zip;

  private ZipUpload(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens the upload of a run.
   *
   * @throws JobRefused where it is no zip file that can be read; the findings say why
   */
  public static ZipUpload open(JobRun run) throws IOException {
    Path path = Files.createTempFile("tsunagi-import", ".zip");
    try {
      try (InputStream in = run.open()) {
        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.size(path) == 0) {
        throw refused(run, "EMPTY_FILE", "ファイルが空です。OneRosterのzipファイルを選んでください。");
      }
      ZipUpload upload = new ZipUpload(path, zip(path));
      upload.check(run.findings());
      if (run.findings().refuse()) {
        upload.close();
        throw new JobRefused();
      }
      return upload;
    } catch (ZipException broken) {
      Files.deleteIfExists(path);
      throw refused(run, "NOT_A_ZIP", "zipファイルとして開けません。壊れていないか、別の形式でないか、パスワードがないかを確かめてください。");
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(path);
      throw failure;
    }
  }

  /** Opens a zip; names that are not UTF-8 are read as Windows writes them in Japan. */
  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException otherNames) {
      return new ZipFile(path.toFile(), Charset.forName("windows-31j"));
    }
  }

  private static JobRefused refused(JobRun run, String code, String message) {
    run.findings().add(Complaints.error(code, "", 0, "", message, ""));
    return new JobRefused();
  }

  private void check(JobFindings findings) {
    if (zip.size() > MOST_ENTRIES) {
      say(
          findings,
          "ZIP_BOMB",
          "zipの中のファイルが多すぎます（" + zip.size() + "個）。" + MOST_ENTRIES + "個までにしてください。",
          "");
      return;
    }
    long total = 0;
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      String name = entry.getName();
      if (entry.isDirectory() || name.contains("/") || name.contains("\\") || name.contains("..")) {
        say(findings, "NESTED_PATH", "zipの中にフォルダーがあります。CSVファイルだけを選んで、zipの一番上に入れてください。", name);
      }
      if (!names.add(name)) {
        say(findings, "DUPLICATE_FILE", "zipの中に同じ名前のファイルが2つあります。1つにしてください。", name);
      }
      long size = Math.max(0, entry.getSize());
      total += size;
      if (size > SMALL && size > MOST_RATIO * Math.max(1, entry.getCompressedSize())) {
        say(
            findings,
            "ZIP_BOMB",
            "圧縮の割合が大きすぎます（" + MOST_RATIO + "倍を超えています）。安全のため開きません。もとのCSVファイルからzipを作り直してください。",
            name);
      }
    }
    if (total > MOST_BYTES) {
      say(findings, "ZIP_BOMB", "zipを開いた大きさが1GBを超えます。学校ごとに分けてください。", "");
    }
  }

  private static void say(JobFindings findings, String code, String message, String file) {
    findings.add(Complaints.error(code, file, 0, "", message, ""));
  }

  /** Finds a file by its name. */
  public Optional<Source> find(String name) {
    return Optional.ofNullable(zip.getEntry(name)).map(Entry::new);
  }

  /** Lists the names of all files. */
  public java.util.List<String> names() {
    return zip.stream().map(ZipEntry::getName).sorted().toList();
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(path);
  }

  private final class Entry implements Source {
    private final ZipEntry entry;

    Entry(ZipEntry entry) {
      this.entry = entry;
    }

    @Override
    public String name() {
      return entry.getName();
    }

    @Override
    public InputStream open() throws IOException {
      return new Bounded(zip.getInputStream(entry), entry.getSize());
    }
  }

  /** Stops where an entry is longer than it says. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      return spend(one < 0 ? -1 : 1) < 0 ? -1 : one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return spend(super.read(into, offset, length));
    }

    private int spend(int count) throws IOException {
      left -= Math.max(0, count);
      if (left < 0) {
        throw new ZipException("longer than declared");
      }
      return count;
    }
  }
}
