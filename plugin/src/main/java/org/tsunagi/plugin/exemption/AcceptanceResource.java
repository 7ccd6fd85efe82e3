// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.exemption.domain.AcceptanceOrder;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Malformed;

/** Words on exempt days over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AcceptanceResource implements ApiResource {
  private final AcceptanceService acceptances;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public AcceptanceResource(
      @Reference AcceptanceService acceptances, @Reference SchoolClock clock) {
    this.acceptances = acceptances;
    this.clock = clock;
  }

  /**
   * A word to be kept.
   *
   * @param code the code's id
   * @param firstOn the first day
   * @param lastOn the last day (inclusive); the first day when left out
   * @param outcome {@code granted} or {@code refused}
   * @param reason why
   * @param replaces the id of the word that it takes the place of
   * @param heardOn when the guardian was heard, of an order under article 35
   * @param documentOn when the document was handed over, of such an order
   * @param documentNo the document's number
   * @param learningSupport how learning is supported meanwhile
   */
  public record WordCommand(
      @Nullable String code,
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable String replaces,
      @Nullable LocalDate heardOn,
      @Nullable LocalDate documentOn,
      @Nullable String documentNo,
      @Nullable String learningSupport) {
    Wanted wanted() {
      LocalDate last = lastOn == null ? firstOn : lastOn;
      if (firstOn == null || last == null || last.isBefore(firstOn)) {
        throw new Malformed("firstOn と lastOn に、期間の始めと終わりの日（例：2026-11-05）を入れてください。");
      }
      return new Wanted(
          text(code),
          new DateRange(firstOn, last),
          Outcome.find(text(outcome)).orElse(Outcome.WAITING),
          text(reason),
          new AcceptanceOrder(
              Optional.ofNullable(heardOn),
              Optional.ofNullable(documentOn),
              text(documentNo),
              text(learningSupport)),
          Optional.ofNullable(replaces).filter(id -> !id.isBlank()));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /**
   * Why a word is voided.
   *
   * @param reason the reason
   */
  public record VoidCommand(@Nullable String reason) {}

  /** Lists the words on a student. */
  @GET
  @Summary("Lists the principal's words on a student's exempt days, voided ones with their reason.")
  public Map<String, Object> list(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    return Map.of(
        "acceptances", acceptances.list(CurrentActor.of(security), new StudentId(student), year));
  }

  /** Keeps a word. */
  @POST
  @Summary("Accepts or refuses exempt days of a student; a word that it replaces is voided.")
  public Response decide(
      @Context SecurityContext security,
      @PathParam("student") String student,
      WordCommand command) {
    String id =
        acceptances.decide(CurrentActor.of(security), new StudentId(student), command.wanted());
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Voids a word. */
  @POST
  @Path("{id}/voids")
  @Summary("Voids a word on exempt days with a reason; it stays on file.")
  public void voidWord(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      VoidCommand command) {
    String reason = command.reason() == null ? "" : command.reason();
    acceptances.voidWord(CurrentActor.of(security), new StudentId(student), id, reason);
  }
}
