// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.HeldReadings;
import org.tsunagi.plugin.attachment.HeldAttachments;
import org.tsunagi.plugin.duplicate.HeldMerges;
import org.tsunagi.plugin.duplicate.MergeCommand;
import org.tsunagi.plugin.duplicate.MergeDesk;
import org.tsunagi.plugin.duplicate.MergePreview;
import org.tsunagi.plugin.duplicate.MergeService;
import org.tsunagi.plugin.retention.HeldRegistry;
import org.tsunagi.plugin.retention.persistence.HeldRows;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.team.HeldTeams;
import org.tsunagi.testing.TestDatabases;

/** One child under two ids: put together by two people and taken back, on both databases. */
class MergeStoryTest {
  private static final StudentId NEW = OneClass.STUDENT;
  private static final StudentId OLD = new StudentId("s0");
  private static final Actor VICE = Sheets.actor("v1", HostRole.VICE_PRINCIPAL, "S1");
  private static final String TABLES =
      "SELECT count(*) FROM sheet WHERE student_id = '%s' AND part_key = '%s'";

  private Sheets sheets;
  private MergeService merges;

  private void begin(Ground ground) {
    sheets = new Sheets(ground);
    OneClass host = sheets.host;
    StudentDirectory both =
        (StudentDirectory)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StudentDirectory.class},
                (proxy, method, args) ->
                    method.getName().equals("listEnrolments")
                        ? stays(host, (StudentId) args[0])
                        : method.invoke(host, args));
    HeldRegistry registry =
        new HeldRegistry(
            List.of(
                new HeldSheets(),
                new HeldAttachments(),
                new HeldReadings(),
                new HeldTeams(),
                new HeldMerges()),
            new HeldRows());
    merges =
        new MergeService(sheets.gate, ground, sheets.audit, ground, both, new MergeDesk(registry));
  }

  private static List<Enrolment> stays(OneClass host, StudentId student) {
    return student.equals(OLD) ? host.listEnrolments(NEW) : host.listEnrolments(student);
  }

  /** Writes under the new id, and gives what is written first to the old one. */
  private void write(Ground ground) throws Exception {
    NeedService needs =
        new NeedService(sheets.gate, sheets.audit, ground, sheets.places, sheets.rights, ground);
    sheets.service.save(PRINCIPAL, NEW, SheetKey.COMMON, 0, Sheets.text("remarks", "古い備考"));
    sheets.service.save(PRINCIPAL, NEW, SheetKey.a(2025), 0, Sheets.text("absenceReasons", "前年"));
    sheets.service.save(
        PRINCIPAL, NEW, SheetKey.COVER, 0, Sheets.text("classificationNumber", "1"));
    needs.set(PRINCIPAL, NEW, 0, java.util.Set.of(Need.ABSENCE));
    for (String table : List.of("sheet", "student_need", "read_log")) {
      ground.execute("UPDATE " + table + " SET student_id = 's0'");
    }
    sheets.service.save(PRINCIPAL, NEW, SheetKey.COMMON, 0, Sheets.text("remarks", "新しい備考"));
    sheets.service.save(
        PRINCIPAL, NEW, SheetKey.COVER, 0, Sheets.text("classificationNumber", "2"));
    needs.set(PRINCIPAL, NEW, 0, java.util.Set.of(Need.JAPANESE));
  }

  private MergeCommand command(Map<String, String> choices) {
    return new MergeCommand("s0", "s1", "保護者と戸籍で確かめた", choices);
  }

  private static List<String> codes(Executable refused) {
    return assertThrows(RefusedException.class, refused).refusal().findings().stream()
        .map(Finding::code)
        .toList();
  }

  private String remarks() {
    return sheets.service.view(PRINCIPAL, NEW, SheetKey.COMMON).content().text("remarks");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void twoPeoplePutTwoIdsTogetherAndTakeItBack(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      begin(ground);
      write(ground);
      MergePreview preview = merges.preview(PRINCIPAL, OneClass.SCHOOL, OLD, NEW);
      assertEquals(List.of("common", "cover"), preview.parts());
      assertFalse(preview.toString().contains("備考"));
      assertEquals(
          List.of("CHOOSE"),
          codes(() -> merges.propose(PRINCIPAL, OneClass.SCHOOL, command(Map.of()))));
      Map<String, String> choices = Map.of("common", "from", "cover", "into");
      String id = merges.propose(PRINCIPAL, OneClass.SCHOOL, command(choices));
      assertEquals(
          List.of("BUSY"), codes(() -> merges.propose(VICE, OneClass.SCHOOL, command(choices))));
      assertEquals(
          List.of("SECOND_PERSON"), codes(() -> merges.confirm(PRINCIPAL, OneClass.SCHOOL, id)));
      assertEquals("新しい備考", remarks());

      merges.confirm(VICE, OneClass.SCHOOL, id);
      assertEquals("古い備考", remarks());
      assertEquals(
          "前年",
          sheets.service.view(PRINCIPAL, NEW, SheetKey.a(2025)).content().text("absenceReasons"));
      assertEquals(
          "2",
          sheets
              .service
              .view(PRINCIPAL, NEW, SheetKey.COVER)
              .content()
              .text("classificationNumber"));
      assertEquals(1, ground.count(String.format(TABLES, "s0", "common")));
      assertEquals(1, ground.count(String.format(TABLES, "s0", "cover")));
      assertEquals(1, ground.count("SELECT count(*) FROM student_need WHERE student_id = 's0'"));
      assertEquals(0, ground.count("SELECT count(*) FROM read_log WHERE student_id = 's0'"));
      assertEquals(NEW, merges.pointer(TEACHER, OLD));
      assertThrows(Missing.class, () -> merges.pointer(TEACHER, NEW));

      assertEquals(
          List.of("REASON"), codes(() -> merges.undo(PRINCIPAL, OneClass.SCHOOL, id, " ")));
      merges.undo(PRINCIPAL, OneClass.SCHOOL, id, "別のお子さんだった");
      assertEquals("新しい備考", remarks());
      assertEquals(1, ground.count(String.format(TABLES, "s0", "a-2025")));
      assertEquals(3, ground.count("SELECT count(*) FROM sheet WHERE student_id = 's0'"));
      assertEquals(0, ground.count("SELECT count(*) FROM sheet WHERE student_id LIKE 'merge:%'"));
      assertThrows(Missing.class, () -> merges.pointer(TEACHER, OLD));
      assertEquals(
          3, ground.count("SELECT count(*) FROM audit_row WHERE action LIKE 'student.merge%'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatChangedSinceTheProposalOrIsNotAsLeftMovesNothing(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      begin(ground);
      write(ground);
      Map<String, String> choices = Map.of("common", "into", "cover", "into");
      String id = merges.propose(PRINCIPAL, OneClass.SCHOOL, command(choices));
      sheets.service.save(PRINCIPAL, NEW, SheetKey.COMMON, 1, Sheets.text("remarks", "書き足し"));
      assertEquals(List.of("CHANGED"), codes(() -> merges.confirm(VICE, OneClass.SCHOOL, id)));
      merges.drop(PRINCIPAL, OneClass.SCHOOL, id);
      String again = merges.propose(PRINCIPAL, OneClass.SCHOOL, command(choices));
      merges.confirm(VICE, OneClass.SCHOOL, again);
      ground.execute("UPDATE sheet SET student_id = 'other' WHERE part_key = 'a-2025'");
      assertEquals(
          List.of("CHANGED"), codes(() -> merges.undo(VICE, OneClass.SCHOOL, again, "わけ")));
      assertEquals(0, ground.count("SELECT count(*) FROM sheet WHERE student_id LIKE 'merge:%'"));
      assertThrows(NotPermitted.class, () -> merges.list(TEACHER, OneClass.SCHOOL));
      assertEquals(
          Optional.of("done"),
          merges.list(VICE, OneClass.SCHOOL).stream()
              .filter(one -> one.id().equals(again))
              .map(one -> one.state())
              .findFirst());
    }
  }
}
