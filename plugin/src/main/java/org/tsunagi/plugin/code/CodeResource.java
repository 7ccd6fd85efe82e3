// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** The catalogue of attendance codes at {@code /codes}. */
@Component(service = ApiResource.class)
@Path("codes")
@Produces(MediaType.APPLICATION_JSON)
public final class CodeResource implements ApiResource {
  private final CodeService codes;

  /** Makes the resource. */
  @Activate
  public CodeResource(@Reference CodeService codes) {
    this.codes = codes;
  }

  /** Returns the catalogue; its schema is {@code /api/schema/attendance-codes.json}. */
  @GET
  @Summary("Returns the attendance codes, of one school year or all.")
  public JsonNode catalogue(
      @Context SecurityContext security, @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return codes.catalogue(
        CurrentActor.of(security),
        schoolYear == null ? OptionalInt.empty() : OptionalInt.of(schoolYear));
  }

  /** Lists what a code is and was. */
  @GET
  @Path("{id}/versions")
  @Summary("Lists the versions of an attendance code, newest first, with what each one changed.")
  public CodeHistory versions(@Context SecurityContext security, @PathParam("id") String id) {
    return codes.history(CurrentActor.of(security), id);
  }
}
