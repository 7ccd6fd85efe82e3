// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.HostCodes;
import org.tsunagi.plugin.code.draft.CodeDrafts;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.curriculum.PlanIntake;
import org.tsunagi.plugin.imports.domain.MarkCodes;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.imports.roster.RosterKind;
import org.tsunagi.plugin.imports.table.CalendarKind;
import org.tsunagi.plugin.imports.table.ClosuresKind;
import org.tsunagi.plugin.imports.table.CreditingsKind;
import org.tsunagi.plugin.imports.table.CurriculaKind;
import org.tsunagi.plugin.imports.table.EvidenceFile;
import org.tsunagi.plugin.imports.table.FacilitiesKind;
import org.tsunagi.plugin.imports.table.GroupsKind;
import org.tsunagi.plugin.imports.table.IctRulesKind;
import org.tsunagi.plugin.imports.table.MarksKind;
import org.tsunagi.plugin.imports.table.SchoolsKind;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobHandler;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.register.ClosureIntake;
import org.tsunagi.plugin.register.GroupIntake;
import org.tsunagi.plugin.register.GroupNames;

/** The kinds of import, each done as a job. */
@Component(service = {JobHandler.class, ImportKinds.class})
public class ImportKinds implements JobHandler {
  private final Map<String, ImportKind> kinds = new LinkedHashMap<>();
  private final AuditTrail audit;

  /** Makes the kinds; the roster needs a host that receives one. */
  @Activate
  public ImportKinds(
      @Reference StudentDirectory directory,
      @Reference StaffDirectory staff,
      @Reference SchoolCalendar calendar,
      @Reference AttendanceBook book,
      @Reference MarkCodes codes,
      @Reference SchoolProfiles profiles,
      @Reference ClosureIntake closures,
      @Reference GroupIntake groups,
      @Reference GroupNames groupNames,
      @Reference HostCodes hostCodes,
      @Reference Codes catalogue,
      @Reference ConditionLists conditions,
      @Reference CreditingIntake creditings,
      @Reference CodeDrafts drafts,
      @Reference PlanIntake plans,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable RosterIntake intake) {
    this.audit = audit;
    add(new RosterKind(directory, staff, intake, hostCodes, clock));
    add(new CalendarKind(directory, calendar, clock));
    add(new ClosuresKind(directory, closures, groupNames));
    add(new MarksKind(directory, calendar, book, codes, clock));
    add(new SchoolsKind(directory, profiles));
    add(new GroupsKind(directory, groups));
    add(new FacilitiesKind(creditings, clock));
    add(new CreditingsKind(directory, catalogue, conditions, creditings, clock));
    add(new IctRulesKind(directory, creditings, clock));
    add(new EvidenceFile(directory, calendar, creditings, clock));
    add(new CodesKind(drafts, clock));
    add(new CurriculaKind(directory, plans));
  }

  private void add(ImportKind kind) {
    kinds.put(kind.id(), kind);
  }

  /** Returns the privilege that a kind needs beside that of importing; empty for none. */
  Optional<Privilege> alsoNeeded(String kind) {
    return Optional.ofNullable(kinds.get(kind)).flatMap(ImportKind::alsoNeeded);
  }

  @Override
  public Set<String> kinds() {
    return kinds.keySet();
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    ImportKind kind =
        Optional.ofNullable(kinds.get(run.job().kind())).orElseThrow(IllegalStateException::new);
    JobCounts counts = kind.run(run);
    if (!run.findings().refuse() && !run.job().dryRun()) {
      audit.record(
          run.connection(),
          run.actor(),
          Optional.empty(),
          "import." + kind.id(),
          "job:" + run.job().id(),
          Map.of(
              "added", String.valueOf(counts.added()),
              "changed", String.valueOf(counts.changed()),
              "unchanged", String.valueOf(counts.unchanged()),
              "ended", String.valueOf(counts.ended())));
    }
    return counts;
  }
}
