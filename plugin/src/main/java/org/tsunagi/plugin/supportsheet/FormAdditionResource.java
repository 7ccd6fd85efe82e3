// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/** Own sections of the form over REST; a section has the shape of the published form schema. */
@Component(service = ApiResource.class)
@Path("form-sections")
@Produces(MediaType.APPLICATION_JSON)
public final class FormAdditionResource implements ApiResource {
  private final FormAdditionService forms;

  /** Makes the resource. */
  @Activate
  public FormAdditionResource(@Reference FormAdditionService forms) {
    this.forms = forms;
  }

  /**
   * A version that is to be added.
   *
   * @param scope {@code school}, {@code municipality} or {@code installation}
   * @param scopeId the school's id or the municipality's name; left out for the installation
   * @param version the version that was seen, 0 for the first
   * @param part {@code cover}, {@code common}, {@code a}, {@code b} or {@code meeting}
   * @param firstOn the first day on which it holds
   * @param body the section; left out to withdraw it
   */
  public record Body(
      @Nullable String scope,
      @Nullable String scopeId,
      @Nullable Integer version,
      @Nullable String part,
      @Nullable LocalDate firstOn,
      @Nullable JsonNode body) {}

  /** Lists the versions. */
  @GET
  @Summary(
      "Lists the sections that a school, a municipality or the installation added to the form.")
  public Map<String, List<FormAdditionService.View>> list(
      @Context SecurityContext security,
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("scopeId") @Nullable String id) {
    return Map.of("sections", forms.list(CurrentActor.of(security), scope(scope, id)));
  }

  /** Adds a version. */
  @PUT
  @Path("{section}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Adds a version of an own section of the form, from a day on; without a body it ends.")
  public Map<String, List<FormAdditionService.View>> put(
      @Context SecurityContext security,
      @PathParam("section") String section,
      @Nullable Body body) {
    return Map.of("sections", forms.save(CurrentActor.of(security), addition(section, body)));
  }

  private static FormAddition addition(String section, @Nullable Body sent) {
    if (sent == null || sent.version() == null || sent.firstOn() == null || sent.part() == null) {
      throw new Malformed("scope、version、part、firstOn を指定してください。");
    }
    if (!section.matches("[a-z][a-z0-9]{0,29}")) {
      throw new Malformed("欄の名前は、半角の小文字と数字で30字までにしてください。");
    }
    SheetKind part =
        SheetKind.find(sent.part())
            .orElseThrow(() -> new Malformed("part は cover、common、a、b、meeting のどれかにしてください。"));
    JsonNode body = sent.body();
    return new FormAddition(
        scope(sent.scope(), sent.scopeId()),
        section,
        sent.version() + 1,
        part,
        sent.firstOn(),
        body == null || body.isNull() ? "" : body.toString());
  }

  private static LocalScope scope(@Nullable String scope, @Nullable String id) {
    LocalScope.Kind kind =
        LocalScope.Kind.find(scope == null ? "" : scope)
            .orElseThrow(
                () -> new Malformed("scope は school、municipality、installation のどれかにしてください。"));
    boolean whole = kind == LocalScope.Kind.INSTALLATION;
    if (!whole && (id == null || id.isBlank() || id.length() > 255)) {
      throw new Malformed("scopeId に学校のIDか市区町村の名前を指定してください。");
    }
    return new LocalScope(kind, whole || id == null ? "" : id);
  }
}
