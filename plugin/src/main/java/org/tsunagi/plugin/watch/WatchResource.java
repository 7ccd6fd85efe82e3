// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.watch.WatchNoticeService.MailAddress;

/** What was noticed, and what is done about it, over HTTP. */
@Component(service = ApiResource.class)
@Path("watch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WatchResource implements ApiResource {
  private final WatchService watch;
  private final WatchTaskService tasks;
  private final WatchNoticeService notices;
  private final WatchPlaces places;

  /** Makes the resource. */
  @Activate
  public WatchResource(
      @Reference WatchService watch,
      @Reference WatchTaskService tasks,
      @Reference WatchNoticeService notices,
      @Reference WatchPlaces places) {
    this.watch = watch;
    this.tasks = tasks;
    this.notices = notices;
    this.places = places;
  }

  /**
   * A page of findings.
   *
   * @param school the school; empty where several were asked
   * @param on the day
   * @param settingsFrom {@code school}, {@code district} or {@code board}; empty for the texts' own
   *     numbers
   * @param total how many there are in all
   * @param offset how many were passed over
   * @param findings the findings, by homeroom, student and day
   */
  public record Findings(
      String school,
      LocalDate on,
      String settingsFrom,
      int total,
      int offset,
      List<FindingView> findings) {}

  /** Lists all findings of the school year up to a day. */
  @GET
  @Summary("Lists what was noticed at a school in the school year up to a day, each finding once.")
  public Findings list(
      @Context SecurityContext security,
      @QueryParam("school") @Nullable String school,
      @QueryParam("on") @Nullable String on,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    List<WatchBoard> boards = watch.boards(CurrentActor.of(security), school(school), day(on));
    List<FindingView> all = boards.stream().flatMap(one -> one.listFindings().stream()).toList();
    List<FindingView> page = all.stream().skip(from(offset)).limit(most(limit)).toList();
    boolean one = boards.size() == 1;
    return new Findings(
        one ? boards.get(0).school().value() : "",
        boards.get(0).on(),
        one ? boards.get(0).settings().scope() : "",
        all.size(),
        offset,
        page);
  }

  /** Begins a task. */
  @POST
  @Path("tasks")
  @Summary("Says who takes care of a finding, with the next step and its day.")
  public Response begin(@Context SecurityContext security, TaskCommand command) {
    TaskView task = tasks.begin(CurrentActor.of(security), command);
    return Response.status(Response.Status.CREATED).entity(task).build();
  }

  /** Saves a task. */
  @PUT
  @Path("tasks/{id}")
  @Summary("Saves the next step, another person, another day, or that it is done.")
  public TaskView save(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("school") @Nullable String school,
      TaskCommand command) {
    Actor actor = CurrentActor.of(security);
    return tasks.save(actor, places.school(actor, school(school)), id, command);
  }

  /** Lists the versions of a task. */
  @GET
  @Path("tasks/{id}")
  @Summary("Lists the versions of a task, newest first.")
  public Map<String, List<TaskView>> versions(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("school") @Nullable String school) {
    Actor actor = CurrentActor.of(security);
    SchoolId at = places.school(actor, school(school));
    return Map.of("versions", tasks.listVersions(actor, at, id));
  }

  /** Lists who can be asked. */
  @GET
  @Path("people")
  @Summary("Lists the people of a school who can be asked to take care of a student.")
  public Map<String, List<WatchNoticeService.Person>> people(
      @Context SecurityContext security, @QueryParam("school") @Nullable String school) {
    return Map.of("people", notices.listPeople(CurrentActor.of(security), school(school)));
  }

  /** Has a school looked at now. */
  @POST
  @Path("scans")
  @Summary("Has a school looked at now, so that people are told; answers the job.")
  public Response scan(
      @Context SecurityContext security, @QueryParam("school") @Nullable String school) {
    String job = notices.scan(CurrentActor.of(security), school(school));
    return Response.accepted(Map.of("id", job)).build();
  }

  /** Notes that the own notices were seen. */
  @POST
  @Path("notices/seen")
  @Summary("Notes that the actor has seen the own notices of a school.")
  public Map<String, Integer> see(
      @Context SecurityContext security, @QueryParam("school") @Nullable String school) {
    return Map.of("seen", notices.see(CurrentActor.of(security), school(school)));
  }

  /** Shows the own address. */
  @GET
  @Path("mail-address")
  @Summary("Shows the address to which the actor wants mail, and whether mail goes out.")
  public MailAddress address(@Context SecurityContext security) {
    return notices.address(CurrentActor.of(security));
  }

  /**
   * An address to be set.
   *
   * @param address the address; empty for no mail
   * @param version the version that was seen
   */
  public record AddressCommand(@Nullable String address, int version) {}

  /** Sets the own address. */
  @PUT
  @Path("mail-address")
  @Summary("Sets the address to which the actor wants mail; empty for none.")
  public MailAddress setAddress(@Context SecurityContext security, AddressCommand command) {
    String address = ContactCommand.text(command.address());
    return notices.setAddress(CurrentActor.of(security), address, command.version());
  }

  private static Optional<SchoolId> school(@Nullable String school) {
    return Optional.ofNullable(school).filter(id -> !id.isBlank()).map(SchoolId::new);
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(one -> !one.isBlank()).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new Malformed("on は 2026-06-30 の形で入れてください。");
    }
  }

  private static int from(int offset) {
    if (offset < 0) {
      throw new Malformed("offset は 0 以上の数で指定してください。");
    }
    return offset;
  }

  private static int most(int limit) {
    if (limit < 1 || limit > 1000) {
      throw new Malformed("limit は 1 から 1000 までの数で指定してください。");
    }
    return limit;
  }
}
