// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes shared content as JSON in one way only: ids and texts in printed order, no spaces. Printed
 * names are left out, so that a new wording of a label asks for no new consent.
 */
public final class CanonicalContent {
  private CanonicalContent() {}

  /** Returns SHA-256 in hexadecimal over the canonical text. */
  public static String hash(List<SharedPart> parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(write(parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the canonical text. */
  public static String write(List<SharedPart> parts) {
    StringBuilder json = new StringBuilder("[");
    for (SharedPart part : parts) {
      for (SharedPart.Section section : part.sections()) {
        for (SharedPart.Field field : section.fields()) {
          json.append(json.length() > 1 ? ",[" : "[");
          quote(json, part.key()).append(',');
          quote(json, section.id()).append(',');
          quote(json, section.sectionClass()).append(',');
          quote(json, field.id()).append(',');
          quote(json, field.text()).append(']');
        }
      }
    }
    return json.append(']').toString();
  }

  private static StringBuilder quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }
}
