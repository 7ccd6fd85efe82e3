// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.OutputStream;

/** A style sheet or script, as it is sent. */
public final class AssetFile {
  private final String type;
  private final byte[] content;
  private final String tag;

  AssetFile(String type, byte[] content, String tag) {
    this.type = type;
    this.content = content.clone();
    this.tag = tag;
  }

  /** Returns the media type. */
  public String type() {
    return type;
  }

  /** Returns the entity tag, in quotation marks. */
  public String tag() {
    return tag;
  }

  /** Returns the length in bytes. */
  public int length() {
    return content.length;
  }

  /** Writes the content. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(content);
  }

  byte[] content() {
    return content;
  }
}
