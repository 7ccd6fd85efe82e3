// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.STRANGER;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.attachment.AttachmentDesk;
import org.tsunagi.plugin.attachment.AttachmentService;
import org.tsunagi.plugin.attachment.AttachmentView;
import org.tsunagi.plugin.attachment.FileUpload;
import org.tsunagi.plugin.attachment.HeldAttachments;
import org.tsunagi.plugin.attachment.StoredPartFiles;
import org.tsunagi.plugin.attachment.persistence.SqlFileContents;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** Files on the sections of a sheet, on both databases. */
class AttachmentTest {
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final SheetKey COMMON = SheetKey.COMMON;

  private static AttachmentService service(Sheets sheets) {
    Ground ground = sheets.ground();
    AttachmentDesk desk = new AttachmentDesk(ground, new SqlFileContents(), sheets.audit, ground);
    return new AttachmentService(
        sheets.gate, sheets.audit, ground, sheets.places, sheets.reader, desk);
  }

  private static FileUpload text(String name, String text) {
    return new FileUpload(
        name, "", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> names(List<AttachmentView> files) {
    return files.stream().map(AttachmentView::name).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aFileGoesInAndOutByteByByteAndLeavesWithTheExport(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      AttachmentService files = service(sheets);
      byte[] large = new byte[(3 << 20) + 7];
      Arrays.fill(large, (byte) 'a');
      FileUpload upload = new FileUpload("記録.txt", "", new ByteArrayInputStream(large));
      AttachmentView added = files.add(TEACHER, STUDENT, COMMON, "remarks", upload);
      assertEquals(large.length, added.bytes());
      assertArrayEquals(large, files.read(TEACHER, STUDENT, COMMON, added.id()).content());
      assertEquals(
          1, ground.count("SELECT count(*) FROM read_log WHERE section = 'attachment:common'"));
      List<String> exported = new java.util.ArrayList<>();
      ground.runSql(
          connection -> {
            new HeldAttachments()
                .files(
                    connection,
                    OneClass.SCHOOL,
                    STUDENT,
                    (name, content) -> {
                      assertArrayEquals(large, content);
                      exported.add(name);
                    });
            return true;
          });
      assertEquals(List.of(added.id() + ".txt"), exported);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whoMayNotReadTheSectionFindsNoSuchFileAtAnyDoor(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      sheets.grants = new ChildGrants(Set.of(new Grant(Relation.TEAM, STUDENT, OneClass.SCHOOL)));
      AttachmentService files = service(sheets);
      String hidden =
          files.add(PRINCIPAL, STUDENT, COMMON, sensitive(sheets), text("診断.txt", "診断")).id();
      files.add(PRINCIPAL, STUDENT, COMMON, "remarks", text("面談.txt", "面談"));
      assertEquals(List.of("診断.txt", "面談.txt"), names(files.list(PRINCIPAL, STUDENT, COMMON)));
      assertEquals(List.of("面談.txt"), names(files.list(COLLEAGUE, STUDENT, COMMON)));
      assertThrows(Missing.class, () -> files.read(COLLEAGUE, STUDENT, COMMON, hidden));
      assertThrows(Missing.class, () -> files.voidFile(COLLEAGUE, STUDENT, COMMON, hidden, "わけ"));
      assertThrows(Missing.class, () -> files.read(STRANGER, STUDENT, COMMON, hidden));
      assertEquals(
          List.of("SECTION"),
          codes(
              () -> files.add(COLLEAGUE, STUDENT, COMMON, sensitive(sheets), text("a.txt", "a"))));
      OpenPart open =
          sheets.service.open(COLLEAGUE, sheets.host.findRecord(STUDENT).orElseThrow(), COMMON);
      assertEquals(
          List.of("面談.txt"),
          new StoredPartFiles(ground).list(open).stream().map(PartFiles.Line::name).toList());
      // The address of another part leads nowhere either.
      assertThrows(Missing.class, () -> files.read(PRINCIPAL, STUDENT, SheetKey.a(2026), hidden));
      sheets.strong = false;
      assertThrows(Missing.class, () -> files.read(PRINCIPAL, STUDENT, COMMON, hidden));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aVoidedFileStaysInTheListAndOpensNoMore(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      AttachmentService files = service(sheets);
      String id = files.add(TEACHER, STUDENT, COMMON, "remarks", text("誤り.txt", "誤")).id();
      assertEquals(
          List.of("REASON"), codes(() -> files.voidFile(TEACHER, STUDENT, COMMON, id, " ")));
      files.voidFile(TEACHER, STUDENT, COMMON, id, "別の子の資料だった");
      assertEquals("別の子の資料だった", files.list(TEACHER, STUDENT, COMMON).get(0).voidReason());
      assertThrows(Missing.class, () -> files.read(TEACHER, STUDENT, COMMON, id));
      assertEquals(
          List.of("VOIDED"), codes(() -> files.voidFile(TEACHER, STUDENT, COMMON, id, "わけ")));
      assertEquals(1, ground.count("SELECT count(*) FROM attachment_content"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aFinalPartTakesNoFiles(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      AttachmentService files = service(sheets);
      sheets.service.save(TEACHER, STUDENT, COMMON, 0, Sheets.text("remarks", "備考"));
      SheetLifeService life =
          new SheetLifeService(
              sheets.gate,
              sheets.audit,
              ground,
              sheets.places,
              sheets.reader,
              sheets.rights,
              ground);
      life.step(PRINCIPAL, STUDENT, COMMON, Step.SUBMIT, 1, "");
      life.step(PRINCIPAL, STUDENT, COMMON, Step.APPROVE, 1, "");
      for (Actor actor : List.of(TEACHER, PRINCIPAL)) {
        assertEquals(
            List.of("LOCKED"),
            codes(() -> files.add(actor, STUDENT, COMMON, "remarks", text("a.txt", "a"))));
      }
      assertTrue(files.list(TEACHER, STUDENT, COMMON).isEmpty());
    }
  }

  private static String sensitive(Sheets sheets) {
    return sheets.forms.shipped(COMMON.kind()).sections().stream()
        .filter(one -> one.sharing().code().equals("sensitive"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<String> codes(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(RefusedException.class, work).refusal().findings().stream()
        .map(Finding::code)
        .toList();
  }
}
