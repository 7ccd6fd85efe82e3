// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/**
 * A wish for the papers of a class, as the job is handed it.
 *
 * @param actor the one who asks, with the posts of that moment
 * @param homeroom the class
 * @param part {@code all}, {@code common}, {@code a} or {@code b}
 */
record ClassPrintOrder(Actor actor, String homeroom, String part) {
  /** Tells whether a part can be asked for. */
  static boolean knows(String part) {
    return part.equals("all") || part.equals("common") || part.equals("a") || part.equals("b");
  }

  /** Returns which part it is in a school year; empty for all. */
  Optional<SheetKey> key(int schoolYear) {
    return switch (part) {
      case "common" -> Optional.of(SheetKey.COMMON);
      case "a" -> Optional.of(SheetKey.a(schoolYear));
      case "b" -> Optional.of(SheetKey.b(schoolYear));
      default -> Optional.empty();
    };
  }

  static ClassPrintOrder read(InputStream text) throws IOException {
    return Json.MAPPER.readValue(text, ClassPrintOrder.class);
  }

  byte[] text() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
