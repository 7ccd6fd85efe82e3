// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** The parts of 児童生徒理解・支援シート over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets")
@Produces(MediaType.APPLICATION_JSON)
public final class SheetResource implements ApiResource {
  private static final int MOST = 100;

  private final SheetService sheets;

  /** Makes the resource. */
  @Activate
  public SheetResource(@Reference SheetService sheets) {
    this.sheets = sheets;
  }

  /** Lists the parts. */
  @GET
  @Summary("Lists the saved parts of a student's support sheet with their state, without contents.")
  public List<SheetView.Line> list(
      @Context SecurityContext security, @PathParam("student") String student) {
    return sheets.list(CurrentActor.of(security), student(student));
  }

  /** Shows a part. */
  @GET
  @Path("{key}")
  @Summary("Shows a part of the support sheet with its reflected cells; the reading is logged.")
  public SheetView get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return sheets.view(CurrentActor.of(security), student(student), key(key));
  }

  /** Saves a part. */
  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Saves a part as a new version; 409 with both texts, put together, when stale.")
  public SheetView put(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @Nullable SheetBody body) {
    SheetBody sent = given(body);
    return sheets.save(
        CurrentActor.of(security), student(student), key(key), sent.basedOn(), sent.toContent());
  }

  /** Lists the versions. */
  @GET
  @Path("{key}/versions")
  @Summary("Lists the saved versions of a part, newest first; the reading is logged.")
  public List<SheetView.Version> versions(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    if (offset < 0 || limit < 1 || limit > MOST) {
      throw new Malformed("offset は 0 以上、limit は 1 から 100 までの数で指定してください。");
    }
    return sheets.listVersions(
        CurrentActor.of(security), student(student), key(key), offset, limit);
  }

  /** Compares two versions. */
  @GET
  @Path("{key}/difference")
  @Summary("Tells what differs between two versions of a part, word by word.")
  public SheetView.Difference difference(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("from") @Nullable Integer from,
      @QueryParam("to") @Nullable Integer to) {
    if (from == null || to == null || from < 0 || to < 0) {
      throw new Malformed("from と to に版の番号を指定してください。");
    }
    return sheets.difference(CurrentActor.of(security), student(student), key(key), from, to);
  }

  static SheetBody given(@Nullable SheetBody body) {
    if (body == null) {
      throw new Malformed("version と content を指定してください。");
    }
    return body;
  }

  static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }

  static SheetKey key(String key) {
    return SheetKey.find(key).orElseThrow(Missing::new);
  }
}
