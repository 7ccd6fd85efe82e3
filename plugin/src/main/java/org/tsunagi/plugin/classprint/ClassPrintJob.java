// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.classprint.persistence.ClassPrintTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobHandler;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportsheet.print.PaperPart;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService.Wish;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;

/**
 * Prints the sheets of a class child by child, with the rights of the one who asked. Whose sheet
 * they may not read is left out. Every reading stands in the read log; the audit row comes last,
 * because it holds back all other writers of the school.
 */
@Component(service = JobHandler.class)
public final class ClassPrintJob implements JobHandler {
  static final String KIND = "class-print";

  private final StudentDirectory directory;
  private final SheetPaperService sheets;
  private final SheetPapers papers;
  private final ClassPrintTable prints;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the handler. */
  @Activate
  public ClassPrintJob(
      @Reference StudentDirectory directory,
      @Reference SheetPaperService sheets,
      @Reference SheetPapers papers,
      @Reference ClassPrintTable prints,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.directory = directory;
    this.sheets = sheets;
    this.papers = papers;
    this.prints = prints;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    ClassPrintOrder order;
    try (InputStream text = run.open()) {
      order = ClassPrintOrder.read(text);
    }
    Homeroom room =
        directory.findHomeroom(new HomeroomId(order.homeroom())).orElseThrow(Missing::new);
    Wish wish = new Wish(order.key(room.schoolYear()), false, SheetAction.PRINT, "class-print");
    List<Enrolment> stays = list(room);
    Actor actor = today(order.actor());
    run.setTotal(stays.size());
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      Enrolment stay = stays.get(i);
      if (print(run, room, stay, i, actor, wish)) {
        printed.add(stay.student().value());
      }
      run.reach(i + 1L);
    }
    int leftOut = stays.size() - printed.size();
    keep(run, room, order, printed, leftOut);
    return new JobCounts(printed.size(), 0, leftOut, 0, 0);
  }

  /** Lists the stays of a class today, or on its last day where its year is over. */
  private List<Enrolment> list(Homeroom room) {
    LocalDate last = new SchoolYear(room.schoolYear()).last();
    LocalDate day = clock.today().isAfter(last) ? last : clock.today();
    return directory.listHomeroomEnrolments(room.id(), day, day);
  }

  private boolean print(
      JobRun run, Homeroom room, Enrolment stay, int place, Actor actor, Wish wish) {
    List<PaperPart> parts;
    try {
      parts = sheets.collect(actor, stay.student(), wish);
    } catch (Missing | NotPermitted hidden) {
      return false;
    }
    byte[] pdf = papers.pdf(actor, parts);
    prints.add(run.connection(), run.job().id(), room.school(), stay.student(), place, pdf);
    return true;
  }

  private void keep(
      JobRun run, Homeroom room, ClassPrintOrder order, List<String> printed, int leftOut) {
    prints.begin(
        run.connection(),
        new ClassPrintTable.Kept(
            run.job().id(),
            room.school(),
            room.id(),
            order.part(),
            order.actor().id(),
            clock.now(),
            leftOut));
    audit.record(
        run.connection(),
        order.actor(),
        Optional.of(room.school()),
        "sheet.printClass",
        "homeroom:" + room.id().value(),
        Map.of(
            "parts", order.part(),
            "students", String.join(" ", printed),
            "leftOut", String.valueOf(leftOut)));
  }

  /** Returns the actor with the posts that are still held. */
  private Actor today(Actor asked) {
    return new Actor(
        asked.id(),
        asked.name(),
        asked.posts().stream().filter(post -> post.heldOn(clock.today())).toList(),
        asked.privileges(),
        asked.secondFactor());
  }
}
