// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style sheets and scripts of {@code assets/}, read once, with a version over all of them. */
public final class AssetFiles {
  private static final Map<String, String> TYPES =
      Map.of(".css", "text/css;charset=UTF-8", ".js", "text/javascript;charset=UTF-8");

  private final Map<String, AssetFile> byName = new TreeMap<>();
  private final String version;

  private AssetFiles() {
    for (Map.Entry<String, String> type : TYPES.entrySet()) {
      read(type.getKey(), type.getValue());
    }
    MessageDigest digest = sha256();
    byName.values().forEach(file -> digest.update(file.content()));
    this.version = shortened(digest);
  }

  /** Returns the files of this bundle. */
  public static AssetFiles get() {
    return Holder.FILES;
  }

  /** Finds a file by its name, for example {@code tokens.css}. */
  public Optional<AssetFile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns a short text that changes when any of the files does. */
  public String version() {
    return version;
  }

  private void read(String ending, String type) {
    try {
      for (URL url : BundleFiles.list("assets", ending)) {
        String path = url.getPath();
        byte[] content;
        try (InputStream in = url.openStream()) {
          content = in.readAllBytes();
        }
        MessageDigest digest = sha256();
        digest.update(content);
        byName.put(
            path.substring(path.lastIndexOf('/') + 1),
            new AssetFile(type, content, '"' + shortened(digest) + '"'));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shortened(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static final class Holder {
    private static final AssetFiles FILES = new AssetFiles();
  }
}
