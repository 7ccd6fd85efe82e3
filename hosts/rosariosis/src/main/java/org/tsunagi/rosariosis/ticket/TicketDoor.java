// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.DeskSql;

/**
 * Lets a ticket in once.
 *
 * <p>Framework property {@code tsunagi.rosariosis.secretFile}: a file with the secret in its first
 * line and, while it is being changed, the one before in its second.
 */
@Component(service = TicketDoor.class)
public final class TicketDoor {
  /** The header that carries a ticket. */
  public static final String HEADER = "X-Tsunagi-Ticket";

  private final TicketCodec codec;
  private final DeskSql sql;
  private final Clock clock;

  /** Reads the secrets. */
  @Activate
  public TicketDoor(BundleContext context, @Reference Store store) {
    this(
        secrets(
            Optional.ofNullable(context.getProperty("tsunagi.rosariosis.secretFile")).orElse("")),
        store,
        Clock.systemUTC());
  }

  TicketDoor(List<String> secrets, Store store, Clock clock) {
    this.codec = new TicketCodec(secrets);
    this.sql = new DeskSql(store);
    this.clock = clock;
  }

  private static List<String> secrets(String file) {
    if (file.isBlank()) {
      throw new IllegalStateException("--secret-file names the file of the shared secret");
    }
    try (var lines = Files.lines(Path.of(file))) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).limit(2).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the file of the shared secret can't be read", e);
    }
  }

  /**
   * Returns the ticket of a request; empty where it is forged, altered, old, used or for another.
   */
  public Optional<Ticket> admit(String text, String method, String path) {
    Instant now = clock.instant();
    return codec
        .read(text)
        .filter(ticket -> TicketRule.permits(ticket, method, path, now))
        .filter(ticket -> first(ticket, now));
  }

  private boolean first(Ticket ticket, Instant now) {
    sql.update("DELETE FROM rosario_ticket WHERE expires_at < ?", p -> p.instant(now));
    return sql.update(
            "INSERT INTO rosario_ticket (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            p -> p.text(ticket.id()).instant(ticket.expires().plus(TicketRule.SKEW)))
        == 1;
  }
}
