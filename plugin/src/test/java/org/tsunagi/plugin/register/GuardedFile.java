// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.ConsentService;
import org.tsunagi.plugin.restrictednote.NoteCommand;
import org.tsunagi.plugin.restrictednote.NoteService;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetLifeService;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.team.AcknowledgementService;
import org.tsunagi.plugin.team.TeamCommand;
import org.tsunagi.plugin.team.TeamService;
import org.tsunagi.plugin.team.domain.Emergency;
import org.tsunagi.plugin.team.domain.TeamMember;
import org.tsunagi.plugin.team.persistence.EmergencyTable;
import org.tsunagi.plugin.team.persistence.MemberTable;

/**
 * What the support of one child keeps: a sheet with a draft, a part under review and a final one, a
 * team, a restricted note.
 *
 * @param record the child
 * @param draft the part that is a draft, as everybody may see it
 * @param hash the hash of its content
 * @param member a member of the team
 * @param note a restricted note that opens to everybody
 * @param consent a consent that was asked for
 * @param attachment a file attached to its part in draft
 */
record GuardedFile(
    StudentRecord record,
    OpenPart draft,
    String hash,
    String member,
    String note,
    String consent,
    String attachment) {
  static final SheetKey DRAFT = SheetKey.COMMON;
  static final SheetKey REVIEW = SheetKey.a(2026);
  static final SheetKey FINAL = SheetKey.COVER;

  static SheetContent text(String field, String text) {
    return new SheetContent(Map.of(field, text), Map.of());
  }

  /** Lays it out. */
  static GuardedFile lay(RightsGround ground, Actor by, StudentId student) {
    Assembly services = ground.open;
    SheetService sheets = services.get(SheetService.class);
    SheetLifeService life = services.get(SheetLifeService.class);
    StudentRecord record = ground.host.findRecord(student).orElseThrow();
    sheets.save(by, student, DRAFT, 0, text("remarks", "備考"));
    sheets.save(by, student, REVIEW, 0, text("absenceReasons", "理由"));
    life.step(by, student, REVIEW, Step.SUBMIT, 1, "");
    sheets.save(by, student, FINAL, 0, text("classificationNumber", "8"));
    life.step(by, student, FINAL, Step.SUBMIT, 1, "");
    life.step(by, student, FINAL, Step.APPROVE, 1, "");
    return new GuardedFile(
        record,
        sheets.open(by, record, DRAFT),
        services.get(AcknowledgementService.class).view(by, student, DRAFT.text()).hash(),
        services
            .get(TeamService.class)
            .add(by, student, new TeamCommand("m-first", "other", null, null)),
        services
            .get(NoteService.class)
            .write(by, student, new NoteCommand("other", null, null, everybody(), "内容")),
        services.get(ConsentService.class).ask(by, student, GuardedConsent.ASK),
        GuardedAttachments.lay(services, by, student));
  }

  private static List<String> everybody() {
    return Stream.of(HostRole.values()).map(role -> "t-" + role.code()).toList();
  }

  /** Names everybody in a child's team. */
  static void team(RightsGround ground, SchoolId school, StudentId student) {
    for (String person : everybody()) {
      TeamMember member =
          new TeamMember(
              UUID.randomUUID().toString(),
              1,
              student,
              person,
              person,
              "other",
              RightsGround.TODAY,
              Optional.of(RightsGround.TODAY),
              "",
              ground.now(),
              Optional.empty());
      ground.transactions.runSql(
          connection -> {
            new MemberTable(connection).add(school, member, RightsGround.principal(school));
            return true;
          });
    }
  }

  /** Opens a child to everybody in an emergency. */
  static void emergency(RightsGround ground, SchoolId school, StudentId student) {
    for (String person : everybody()) {
      Emergency emergency =
          new Emergency(
              UUID.randomUUID().toString(), student, person, person, "", "火事", ground.now());
      ground.transactions.runSql(
          connection -> {
            new EmergencyTable(connection).add(school, emergency);
            return true;
          });
    }
  }
}
