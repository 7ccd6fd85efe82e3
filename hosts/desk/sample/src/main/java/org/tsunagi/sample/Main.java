// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the files of a sample to a folder.
 *
 * <pre>{@code java … org.tsunagi.sample.Main --out DIR --scale big|sample --today 2026-11-20}</pre>
 *
 * <p>The names begin with the place in the order of import.
 */
public final class Main {
  private Main() {}

  /** Runs with {@code --out}, and if wished {@code --scale} (sample) and {@code --today}. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = options(args);
    String out = options.get("--out");
    if (out == null) {
      System.err.println("usage: --out DIR [--scale big|sample] [--today yyyy-mm-dd]");
      System.exit(2);
      return;
    }
    LocalDate today = LocalDate.parse(options.getOrDefault("--today", "2026-11-20"));
    boolean big = options.getOrDefault("--scale", "sample").equals("big");
    write(big ? BigSchool.bench(today).files() : new SampleSchool().files(today), Path.of(out));
    if (!big) {
      new SampleSchool().accounts().forEach(account -> System.out.println(line(account)));
    }
  }

  private static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    return options;
  }

  private static String line(SampleAccount account) {
    return String.join("\t", account.username(), account.name(), account.role(), account.school());
  }

  /** Writes the files to a folder and returns their paths in the order of import. */
  static List<Path> write(List<SampleFile> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    var paths = new ArrayList<Path>();
    for (int place = 0; place < files.size(); place++) {
      Path path = folder.resolve("%02d-%s".formatted(place + 1, files.get(place).name()));
      try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
        files.get(place).content().writeTo(out);
      }
      paths.add(path);
    }
    return paths;
  }
}
