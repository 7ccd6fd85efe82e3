// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.domain.AuditRow;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The audit chain at {@code /audit}. */
@Component(service = ApiResource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements ApiResource {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final AuditService audit;

  /** Makes the resource. */
  @Activate
  public AuditResource(@Reference AuditService audit) {
    this.audit = audit;
  }

  /**
   * A page of rows.
   *
   * @param rows the rows
   * @param next what to send as {@code after} for the next page; empty at the end
   */
  public record Page(List<AuditRow> rows, Optional<Long> next) {}

  /**
   * What a check found.
   *
   * @param intact whether every chain is whole
   * @param chains each chain
   */
  public record Verification(boolean intact, List<AuditService.ChainView> chains) {}

  /** Lists rows of a school's chain, or of the installation's. */
  @GET
  @Summary("Lists rows of an audit chain, oldest first.")
  public Page list(
      @Context SecurityContext security,
      @QueryParam("school") @Nullable String school,
      @QueryParam("from") @Nullable String from,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int most = Paging.limit(limit);
    List<AuditRow> rows =
        audit.list(CurrentActor.of(security), school(school), instant(from), after, most);
    return new Page(
        rows, rows.size() < most ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).seq()));
  }

  /** Checks a school's chain, or all chains. */
  @GET
  @Path("verification")
  @Summary("Checks one audit chain, or all of them.")
  public Verification verify(
      @Context SecurityContext security, @QueryParam("school") @Nullable String school) {
    List<AuditService.ChainView> chains = audit.verify(CurrentActor.of(security), school(school));
    return new Verification(chains.stream().allMatch(c -> c.breaks().isEmpty()), chains);
  }

  private static Optional<SchoolId> school(@Nullable String school) {
    if (school == null || school.isBlank()) {
      return Optional.empty();
    }
    if (school.length() > 255) {
      throw new Malformed("学校のIDは255文字までで指定してください。");
    }
    return Optional.of(new SchoolId(school));
  }

  private static Instant instant(@Nullable String from) {
    if (from == null || from.isBlank()) {
      return Instant.EPOCH;
    }
    try {
      return from.length() == 10
          ? LocalDate.parse(from).atStartOfDay(ZONE).toInstant()
          : OffsetDateTime.parse(from).toInstant();
    } catch (DateTimeParseException e) {
      throw new Malformed("from は 2026-11-20 または 2026-11-20T09:00:00+09:00 の形で指定してください。");
    }
  }
}
