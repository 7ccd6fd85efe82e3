// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.code.domain.RemarkSetting;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Local words of 備考 at {@code /remark-templates}. */
@Component(service = ApiResource.class)
@Path("remark-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RemarkTemplateResource implements ApiResource {
  private final RemarkTemplateService templates;

  /** Makes the resource. */
  @Activate
  public RemarkTemplateResource(@Reference RemarkTemplateService templates) {
    this.templates = templates;
  }

  /**
   * A setting as it is shown.
   *
   * @param scope {@code school}, {@code municipality} or {@code installation}
   * @param scopeId the school's id or the municipality's name
   * @param code the code
   * @param firstOn the first day
   * @param template the words; empty where nothing is set from that day on
   * @param note what for
   * @param setBy who set it
   * @param setAt when
   */
  public record View(
      String scope,
      String scopeId,
      String code,
      LocalDate firstOn,
      String template,
      String note,
      String setBy,
      Instant setAt) {
    static View of(RemarkSetting one) {
      return new View(
          one.scope().kind().code(),
          one.scope().id(),
          one.codeId(),
          one.first(),
          one.template().orElse(""),
          one.note(),
          one.byName(),
          one.at());
    }
  }

  /** Lists what is set. */
  @GET
  @Summary("Lists the words of remarks that are set for schools, municipalities and for all.")
  public Map<String, List<View>> list(@Context SecurityContext security) {
    return Map.of(
        "remarkTemplates",
        templates.list(CurrentActor.of(security)).stream().map(View::of).toList());
  }

  /** Sets words, or shows what setting them would do. */
  @POST
  @Summary("Sets the words of a code's remark from a day on; dryRun shows the effect alone.")
  public RemarkTemplateService.Outcome set(
      @Context SecurityContext security,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      RemarkTemplateService.Command command) {
    return dryRun
        ? templates.preview(CurrentActor.of(security), command)
        : templates.set(CurrentActor.of(security), command);
  }
}
