// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.exemption.domain.Disease;
import org.tsunagi.plugin.exemption.domain.SuspensionEnd;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The end of a suspension for an infectious disease over HTTP. */
@Component(service = ApiResource.class)
@Path("suspension-end")
@Produces(MediaType.APPLICATION_JSON)
public final class SuspensionEndResource implements ApiResource {
  private final SuspensionEndService ends;

  /** Makes the resource. */
  @Activate
  public SuspensionEndResource(@Reference SuspensionEndService ends) {
    this.ends = ends;
  }

  /** Reckons the end. */
  @GET
  @Summary(
      "Reckons the first day on which a child may come again after an infectious disease:"
          + " disease, onsetOn, feverGoneOn … and doctorOn where a doctor found no risk.")
  public SuspensionEnd reckon(
      @Context SecurityContext security,
      @Context UriInfo uri,
      @QueryParam("disease") @Nullable String disease,
      @QueryParam("doctorOn") @Nullable String doctorOn) {
    Disease known =
        Optional.ofNullable(disease).flatMap(Disease::find).orElse(Disease.OTHER_CLASS3);
    return ends.reckon(
        CurrentActor.of(security), known, told(known, uri.getQueryParameters()), date(doctorOn));
  }

  private static Map<Disease.Ask, LocalDate> told(
      Disease disease, MultivaluedMap<String, String> parameters) {
    Map<Disease.Ask, LocalDate> told = new EnumMap<>(Disease.Ask.class);
    for (Disease.Ask ask : disease.asks()) {
      date(parameters.getFirst(ask.code())).ifPresent(day -> told.put(ask, day));
    }
    return told;
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new Malformed("日付は 2026-11-05 の形で入れてください。");
    }
  }
}
