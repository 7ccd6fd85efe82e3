// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.register.persistence.ClosureChangeTable;

/**
 * A change of closures as it was told to the person who made it.
 *
 * @param closure the closure's id
 * @param action {@code add, change} or {@code void}
 * @param reason why; empty where none was asked for
 * @param by who made it
 * @param title that person's title
 * @param at when
 * @param effect what it did to the figures
 */
public record ClosureChangeView(
    String closure,
    String action,
    String reason,
    String by,
    String title,
    Instant at,
    ClosureEffect effect) {
  static ClosureChangeView of(ClosureChangeTable.Change change) {
    try {
      return new ClosureChangeView(
          change.closure(),
          change.action(),
          change.reason(),
          change.by(),
          change.title(),
          change.at(),
          Json.MAPPER.readValue(change.effect(), ClosureEffect.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
