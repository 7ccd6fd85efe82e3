// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.extension.AttendanceCodeProvider;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.CatalogueJson;
import org.tsunagi.plugin.code.CodeIntake;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ContributedCodes;
import org.tsunagi.plugin.code.HostCodes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.draft.CodeDraftService;
import org.tsunagi.plugin.code.draft.CodeDrafts;
import org.tsunagi.plugin.code.draft.DraftPreview;
import org.tsunagi.plugin.code.draft.RemarkTemplateService;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** Codes that change from a day on, from the draft through the tables to the tallies. */
class CodeVersionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 9, 1),
          LocalDate.of(2026, 9, 2),
          LocalDate.of(2026, 10, 1),
          LocalDate.of(2026, 10, 2),
          LocalDate.of(2026, 11, 19),
          LocalDate.of(2026, 11, 20));

  /** A school with one student who has one code on every day, and everything about codes. */
  private static final class Ground {
    final Fixture fixture;
    final CodeDraftService drafts;
    final ContributedCodes contributed;
    final RemarkTemplateService remarks;

    Ground(TestDatabases.Named database) {
      fixture = new Fixture(database, TODAY);
      fixture.stay("A", fixture.room("1組", Grade.J2));
      fixture.plan(Grade.J2, true, DAYS);
      Codes codes = new Codes(new ShippedCodes());
      CodeIntake intake =
          new CodeIntake(
              codes, new HostCodes(codes, fixture.host.book), fixture.host, fixture, fixture);
      CodeEffects effects = new CodeEffects(fixture.counting, fixture);
      drafts =
          new CodeDraftService(
              fixture,
              fixture.transactions,
              new CodeDrafts(codes, intake, effects, fixture.host, fixture),
              fixture);
      contributed = new ContributedCodes(fixture.transactions, intake, fixture);
      remarks =
          new RemarkTemplateService(
              fixture,
              fixture.transactions,
              codes,
              intake,
              effects,
              fixture.host,
              new Profiles(),
              fixture);
    }

    void mark(String code, LocalDate... dates) {
      List<MarkChange> changes = new ArrayList<>();
      for (LocalDate date : dates) {
        AttendanceMark mark = AttendanceMark.of(Fixture.SCHOOL, new StudentId("A"), date, code);
        changes.add(
            new MarkChange(
                Fixture.SCHOOL,
                mark.student(),
                date,
                Optional.of(mark),
                new MarkChange.Author("t1", "先生", "教諭"),
                "",
                fixture.now()));
      }
      fixture.host.book.write(changes);
    }

    TallyRow year() {
      return fixture.tallies(false).get(0);
    }

    int figure(Figure figure) {
      return figure.of(year().count().tally());
    }

    int absentIn(int month) {
      return fixture.tallies(true).stream()
          .filter(row -> row.month().equals(YearMonth.of(2026, month).toString()))
          .mapToInt(row -> row.count().tally().daysAbsent())
          .sum();
    }

    DraftPreview preview(ObjectNode document) {
      return drafts.preview(fixture.actor, document);
    }

    CodeDrafts.Activated activate(ObjectNode document) {
      ObjectNode whole = document.deepCopy();
      whole.put("fingerprint", preview(document).fingerprint());
      return drafts.activate(fixture.actor, whole);
    }
  }

  /** Municipalities as the school's profile tells them. */
  private static final class Profiles implements SchoolProfiles {
    @Override
    public Optional<SchoolProfile> find(Connection connection, SchoolId school) {
      return Optional.of(new SchoolProfile(school, "栃木県", "□□町", "public", ""));
    }

    @Override
    public void save(Connection connection, SchoolProfile profile) {
      throw new AssertionError("only read");
    }
  }

  private static ObjectNode shipped(String id) {
    return CatalogueJson.write(new ShippedCodes().catalogue().get(id));
  }

  private static ObjectNode draft(String first, ObjectNode... codes) {
    ObjectNode document = Json.MAPPER.createObjectNode().put("firstOn", first);
    var list = document.putArray("codes");
    for (ObjectNode code : codes) {
      list.add(code);
    }
    return document;
  }

  private static ObjectNode exam(String effect) {
    return shipped("ABSENT_OTHER")
        .put("id", "EXAM_TRIP")
        .put("label", "受験のための移動")
        .put("glyph", "受")
        .put("key", "")
        .put("effect", effect);
  }

  private static String refusal(Runnable work) {
    RefusedException refused = assertThrows(RefusedException.class, work::run);
    return refused.refusal().findings().get(0).code();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void codeChangedFromOctoberKeepsItsEffectOnSeptemberDays(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ground.activate(draft("2026-04-01", exam("absent")));
    ground.mark("EXAM_TRIP", DAYS.toArray(LocalDate[]::new));
    assertEquals(6, ground.figure(Figure.DAYS_ABSENT));
    ObjectNode october = draft("2026-10-01", exam("exempt")).put("backwardReason", "通知のため");
    DraftPreview preview = ground.preview(october);
    assertEquals(List.of(1, 4), List.of(preview.students(), preview.marks()));
    assertTrue(preview.backwards());
    assertEquals(
        List.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11)),
        preview.months().stream().sorted().toList());
    assertEquals(List.of(YearMonth.of(2026, 10)), preview.lockedMonths());
    ground.activate(october);
    assertEquals(2, ground.absentIn(9));
    assertEquals(0, ground.absentIn(10));
    preview
        .figures()
        .forEach(
            one ->
                assertEquals(
                    one.after(),
                    ground.figure(Figure.find(one.figure()).orElseThrow()),
                    one.figure()));
    assertEquals(5, preview.figures().size());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void codeInUseIsNeverChangedBackwardsSilently(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ground.mark("ABSENT_OTHER", DAYS.get(2), DAYS.get(3));
    ObjectNode changed = shipped("ABSENT_OTHER").put("effect", "present");
    ObjectNode backwards = draft("2026-09-01", changed);
    assertEquals("CODE_IN_USE_BACKWARDS", refusal(() -> ground.activate(backwards)));
    assertEquals(2, ground.figure(Figure.DAYS_ABSENT));
    ground.activate(draft("2026-11-20", changed));
    assertEquals(2, ground.figure(Figure.DAYS_ABSENT));
    ground.activate(backwards.put("backwardReason", "教育委員会の通知"));
    assertEquals(0, ground.figure(Figure.DAYS_ABSENT));
    assertEquals(2, ground.fixture.audited.stream().filter("code.activate"::equals).count());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void activationNeedsThePreviewOfThisVeryDraft(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ObjectNode one = draft("2026-11-20", exam("absent"));
    assertEquals(
        "PREVIEW_NEEDED", refusal(() -> ground.drafts.activate(ground.fixture.actor, one)));
    String shown = ground.preview(one).fingerprint();
    ObjectNode other = draft("2026-11-20", exam("exempt")).put("fingerprint", shown);
    assertEquals(
        "PREVIEW_NEEDED", refusal(() -> ground.drafts.activate(ground.fixture.actor, other)));
    ground.activate(draft("2026-11-20", exam("exempt")));
    assertThrows(
        Stale.class,
        () ->
            ground.drafts.activate(ground.fixture.actor, one.deepCopy().put("fingerprint", shown)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void sameDraftTwiceChangesNothing(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ObjectNode one = draft("2026-11-20", exam("absent"), shipped("ABSENT_ILLNESS"));
    assertEquals(new CodeDrafts.Activated(1, 0, 1), ground.activate(one));
    assertEquals(new CodeDrafts.Activated(0, 0, 2), ground.activate(one));
    assertEquals(List.of("2026 EXAM_TRIP", "2027 EXAM_TRIP"), ground.fixture.host.book.installed);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void retiredCodeIsNotOfferedButStillCounted(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ground.mark("ABSENT_OTHER", DAYS.get(2));
    ObjectNode retired = shipped("ABSENT_OTHER").put("lastSchoolYear", 2025);
    ground.activate(draft("2026-11-20", retired));
    RegisterView month =
        ground.fixture.register.month(
            ground.fixture.actor,
            ground
                .fixture
                .host
                .findHomeroom(new org.tsunagi.api.school.HomeroomId("1組"))
                .orElseThrow(),
            YearMonth.of(2026, 11));
    assertFalse(month.codes().stream().anyMatch(code -> code.id().equals("ABSENT_OTHER")));
    assertTrue(month.codes().stream().anyMatch(code -> code.id().equals("ABSENT_ILLNESS")));
    assertEquals(1, ground.figure(Figure.DAYS_ABSENT));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatIsWrongWithADraftIsToldByItsPlace(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ObjectNode broken = exam("absent").put("glyph", "").put("sheetRow", 3);
    DraftPreview preview = ground.preview(draft("2026-11-20", broken));
    assertEquals("", preview.fingerprint());
    assertEquals(
        List.of("/codes/0/glyph", "/codes/0/sheetRow"),
        preview.findings().stream()
            .map(one -> one.message().substring(0, one.message().indexOf('：')))
            .sorted()
            .toList());
    assertEquals(
        "CODE_ID_RESERVED",
        ground
            .preview(draft("2026-11-20", exam("absent").put("id", "ACME.TRIP")))
            .findings()
            .get(0)
            .code());
    assertEquals(
        "SUSPENSION_WORD",
        ground
            .preview(draft("2026-11-20", exam("exempt").put("remarkTemplate", "出席停止{n}日（受験）")))
            .findings()
            .get(0)
            .code());
  }

  private static AttendanceCodeProvider provider(String name, String text) {
    return new AttendanceCodeProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static String bundle(String id, String effect) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.putArray("codes").add(exam(effect).put("id", id));
    return document.toString();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void bundlesCodeIsMarkedAndCountedAndABrokenBundleIsLeftOut(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ground.contributed.addProvider(provider("ACME", "{\"codes\":[{}]}"));
    ground.contributed.addProvider(provider("ACME", bundle("OTHER.TRIP", "absent")));
    ground.contributed.addProvider(provider("ACME", "no json"));
    assertEquals(List.of(), ground.fixture.host.book.installed);
    AttendanceCodeProvider good = provider("ACME", bundle("ACME.TRIP", "absent"));
    ground.contributed.addProvider(good);
    ground.mark("ACME.TRIP", DAYS.get(0), DAYS.get(5));
    assertEquals(2, ground.figure(Figure.DAYS_ABSENT));
    ground.contributed.removeProvider(good);
    assertEquals(2, ground.figure(Figure.DAYS_ABSENT));
    ground.contributed.addProvider(provider("ACME", bundle("ACME.TRIP", "exempt")));
    assertEquals(1, ground.figure(Figure.DAYS_ABSENT));
    assertEquals(1, ground.figure(Figure.EXEMPT_DAYS));
  }

  private static RemarkTemplateService.Command remark(
      String school, String municipality, String first, String template, String reason) {
    return new RemarkTemplateService.Command(
        school, municipality, "EXEMPT_EXAM", LocalDate.parse(first), template, "", reason);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void schoolsWordsStandBeforeItsMunicipalitysAndTheseBeforeTheCodes(TestDatabases.Named database) {
    Ground ground = new Ground(database);
    ground.fixture.transactions.runSql(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO school_profile (school_id, prefecture, municipality,"
                    + " establishing_body, school_code) VALUES (?, '栃木県', '□□町', 'public', '')",
                Fixture.SCHOOL.value()));
    ground.mark("EXEMPT_EXAM", DAYS.get(0), DAYS.get(1), DAYS.get(2));
    String usual = (String) ground.year().fields().get("remarks");
    assertTrue(usual.startsWith("出席停止等3日"), usual);
    assertEquals(
        "CODE_IN_USE_BACKWARDS",
        refusal(
            () ->
                ground.remarks.set(
                    ground.fixture.actor, remark("", "□□町", "2026-04-01", "入試{n}日", ""))));
    RemarkTemplateService.Command town = remark("", "□□町", "2026-04-01", "入試{n}日", "通知");
    assertEquals(1, ground.remarks.preview(ground.fixture.actor, town).students());
    assertEquals(usual, ground.year().fields().get("remarks"));
    ground.remarks.set(ground.fixture.actor, town);
    assertEquals("入試3日", ground.year().fields().get("remarks"));
    ground.remarks.set(ground.fixture.actor, remark("S1", "", "2026-10-01", "受験{n}日", "通知"));
    assertEquals("入試2日 ／ 受験1日", ground.year().fields().get("remarks"));
    ground.remarks.set(ground.fixture.actor, remark("S1", "", "2026-10-01", "", "取り消し"));
    assertEquals("入試3日", ground.year().fields().get("remarks"));
    assertEquals(
        "SCOPE_UNKNOWN",
        refusal(
            () ->
                ground.remarks.set(
                    ground.fixture.actor, remark("", "どこか市", "2026-11-20", "入試{n}日", ""))));
  }
}
