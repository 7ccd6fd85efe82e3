// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.guidancerecord.ClassRecordService;
import org.tsunagi.plugin.guidancerecord.ClosingService;
import org.tsunagi.plugin.guidancerecord.ClosingSigner;
import org.tsunagi.plugin.guidancerecord.ClosingView;
import org.tsunagi.plugin.guidancerecord.GuidanceRecordService;
import org.tsunagi.plugin.guidancerecord.RecordCounts;
import org.tsunagi.plugin.guidancerecord.RecordNotesBody;
import org.tsunagi.plugin.guidancerecord.RecordView;
import org.tsunagi.plugin.guidancerecord.SurveyService;
import org.tsunagi.plugin.guidancerecord.YearlyRow;
import org.tsunagi.plugin.guidancerecord.persistence.ClosingTable;
import org.tsunagi.plugin.guidancerecord.persistence.NotesTable;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** Figures of the guidance record as they are counted, closed, amended and read. */
class SignedYearTest {
  private static final int YEAR = 2026;
  private static final LocalDate AFTER = LocalDate.of(2027, 4, 10);
  private static final StudentId A = new StudentId("A");

  private final List<String> audited = new ArrayList<>();
  private final List<String> readings = new ArrayList<>();

  private final AuditTrail audit =
      new AuditTrail() {
        @Override
        public void record(
            Connection connection,
            Actor actor,
            Optional<SchoolId> school,
            String action,
            String object,
            Map<String, String> facts) {
          audited.add(action + " " + object);
        }

        @Override
        public void recordRead(
            Connection connection,
            Actor actor,
            SchoolId school,
            StudentId student,
            String section) {
          readings.add(section);
        }

        @Override
        public void recordOpening(
            Connection connection,
            Actor actor,
            SchoolId school,
            StudentId student,
            String section,
            String reason) {
          readings.add(section);
        }
      };

  private record Services(
      Fixture school,
      ClosingService closings,
      GuidanceRecordService records,
      ClassRecordService classes,
      SurveyService survey) {
    ClosingView close(String waitingReason) {
      return closings.close(school.actor, Fixture.SCHOOL, YEAR, "", waitingReason);
    }

    ClosingView list() {
      return closings.list(school.actor, Fixture.SCHOOL, YEAR);
    }

    RecordView.Row row() {
      return record(YEAR).rows().get(0);
    }

    RecordView record(int year) {
      return records.view(school.actor, A, year, false).record();
    }
  }

  private Services services(TestDatabases.Named database, LocalDate today) {
    Fixture school = new Fixture(database, LocalDate.of(YEAR, 11, 20));
    school.today(today);
    Homeroom room = school.room("r1", Grade.J2);
    school.stay("A", room);
    school.stay("B", room);
    school.plan(Grade.J2, true, days(10));
    mark(school, 2, "ABSENT_ILLNESS");
    mark(school, 3, "SUSPENSION_INFECTION");
    RecordCounts counts = new RecordCounts(school.counting);
    ClosingTable table = new ClosingTable();
    ClassRecordService classes =
        new ClassRecordService(school, school.transactions, school.host, counts);
    return new Services(
        school,
        new ClosingService(
            school,
            school.transactions,
            school.host,
            classes,
            counts,
            table,
            new ClosingSigner(table, audit, school),
            school),
        new GuidanceRecordService(
            school,
            school.transactions,
            school.host,
            counts,
            table,
            new NotesTable(),
            audit,
            school),
        classes,
        new SurveyService(school, school.transactions, school.host, counts));
  }

  private static List<LocalDate> days(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(day -> LocalDate.of(YEAR, 11, day)).toList();
  }

  private static void mark(Fixture school, int day, String code) {
    AttendanceMark mark =
        new AttendanceMark(
            Fixture.SCHOOL,
            A,
            LocalDate.of(YEAR, 11, day),
            code,
            code.equals("EXEMPT_CUSTODY") ? "少年鑑別所収容" : "",
            "",
            "",
            false,
            false,
            OptionalInt.empty(),
            Optional.empty(),
            "");
    school.host.book.write(
        List.of(
            new MarkChange(
                Fixture.SCHOOL,
                A,
                mark.date(),
                Optional.of(mark),
                new MarkChange.Author("t1", "先生", "教諭"),
                "誤りを直す",
                school.now())));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aClosedYearKeepsItsFiguresAndAnAmendmentStandsBeside(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    ClosingView closed = it.close("");
    assertEquals(1, closed.closings().size());
    assertTrue(closed.closings().get(0).intact());
    assertEquals(List.of(), closed.differences());
    assertEquals("closed", it.row().state());
    mark(it.school(), 4, "ABSENT_OTHER");
    RecordView.Row row = it.row();
    assertEquals(1, row.figures().get("daysAbsent"));
    assertEquals(2, row.now().get("daysAbsent"));
    ClosingView changed = it.list();
    assertEquals(1, changed.differences().size());
    assertEquals(
        "出席 → 欠席（事故欠）",
        changed.differences().get(0).days().get(0).closed()
            + " → "
            + changed.differences().get(0).days().get(0).now());
    ClosingView amended =
        it.closings().amend(it.school().actor, Fixture.SCHOOL, YEAR, 1, "保護者の申し出により");
    assertEquals(2, amended.closings().size());
    assertEquals(1, amended.closings().get(1).changed());
    assertTrue(amended.closings().stream().allMatch(ClosingView.Signed::intact));
    assertEquals(List.of(), amended.differences());
    assertEquals(2, it.row().figures().get("daysAbsent"));
    assertEquals(2, it.row().closing());
    assertEquals(List.of("record.close record:2026:1", "record.amend record:2026:2"), audited);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whoeverChangesAClosedRowIsFoundOut(TestDatabases.Named database) throws Exception {
    Services it = services(database, AFTER);
    it.close("");
    it.school()
        .transactions
        .runSql(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                    "UPDATE record_closing_row SET content ="
                        + " REPLACE(content, '\"daysAbsent\":1', '\"daysAbsent\":0')");
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    assertFalse(it.list().closings().get(0).intact());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aYearWithOpenDaysIsNotClosed(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    it.school().plan(Grade.J2, false, List.of(LocalDate.of(YEAR, 11, 12)));
    mark(it.school(), 5, "CREDITED_SUPPORT_CENTER");
    assertEquals(List.of("UNKNOWN_DAYS", "WAITING_DAYS"), refusal(() -> it.close("")));
    assertEquals(List.of("UNKNOWN_DAYS"), refusal(() -> it.close("保護者に確かめた")));
    it.school().plan(Grade.J2, true, List.of(LocalDate.of(YEAR, 11, 12)));
    ClosingView closed = it.close("保護者に確かめた");
    assertEquals("保護者に確かめた", closed.closings().get(0).waitingConfirmed());
    assertEquals(List.of("ALREADY_CLOSED"), refusal(() -> it.close("保護者に確かめた")));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aYearThatIsNotOverIsNotClosed(TestDatabases.Named database) {
    Services it = services(database, LocalDate.of(YEAR, 11, 5));
    assertEquals(List.of("YEAR_NOT_OVER"), refusal(() -> it.close("")));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anAmendmentNeedsAReasonAChangeAndTheNewestNumber(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    assertEquals(List.of("NOT_CLOSED"), refusal(() -> amend(it, 1, "理由")));
    it.close("");
    assertEquals(List.of("NOTHING_TO_AMEND"), refusal(() -> amend(it, 1, "理由")));
    mark(it.school(), 4, "ABSENT_OTHER");
    assertEquals(List.of("REASON_NEEDED"), refusal(() -> amend(it, 1, " ")));
    assertThrows(Stale.class, () -> amend(it, 2, "理由"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void eachOperationAsksForItsRight(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    it.school().denied.add(Privilege.RECORD_CLOSE);
    assertThrows(NotPermitted.class, () -> it.close(""));
    assertThrows(NotPermitted.class, () -> amend(it, 1, "理由"));
    it.school().denied.add(Privilege.RECORD_WRITE);
    assertThrows(NotPermitted.class, () -> save(it, 0, "x"));
    it.school().denied.add(Privilege.RECORD_READ);
    assertThrows(NotPermitted.class, it::list);
    assertThrows(NotPermitted.class, () -> it.record(YEAR));
    assertThrows(NotPermitted.class, () -> it.records().listYearlyRows(it.school().actor, A));
    it.school().denied.add(Privilege.SURVEY_READ);
    assertThrows(
        NotPermitted.class,
        () -> it.survey().count(it.school().actor, YEAR, Optional.of(Fixture.SCHOOL)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void textsHaveVersionsAndTheSecondWriterIsTold(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    assertEquals(1, save(it, 0, "第1学年のときに入院").notes().version());
    assertEquals(1, save(it, 1, "第1学年のときに入院").notes().version());
    Stale stale = assertThrows(Stale.class, () -> save(it, 0, "別"));
    assertTrue(stale.body().toString().contains("第1学年のときに入院"), stale.body().toString());
    assertEquals(2, save(it, 1, "別").notes().version());
    assertEquals("別", it.record(YEAR).excerpt().note());
    assertTrue(readings.contains("guidance-record:2026"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aReaderWithoutTheRightSeesDaysButNotTheReason(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    mark(it.school(), 6, "EXEMPT_CUSTODY");
    it.close("");
    assertTrue(it.row().remarks().toString().contains("鑑別所"), it.row().toString());
    it.school().denied.add(Privilege.RESTRICTED_READ);
    assertFalse(it.record(YEAR).toString().contains("鑑別所"));
    assertEquals(2, it.row().figures().get("exemptDays"));
    mark(it.school(), 7, "EXEMPT_CUSTODY");
    assertFalse(it.list().toString().contains("鑑別所"));
    ClassRecordService.Query query =
        new ClassRecordService.Query(Fixture.SCHOOL, YEAR, Optional.empty(), Optional.empty());
    assertFalse(it.classes().list(it.school().actor, query).toString().contains("鑑別所"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void yearlyRowAndSurveyComeFromTheSameCount(TestDatabases.Named database) {
    Services it = services(database, AFTER);
    YearlyRow row = it.records().listYearlyRows(it.school().actor, A).get(0);
    assertEquals(9, row.requiredDays());
    assertEquals(8, row.daysPresent());
    assertEquals(1, row.daysAbsent());
    List<SurveyService.Line> lines =
        it.survey().count(it.school().actor, YEAR, Optional.of(Fixture.SCHOOL));
    assertEquals(List.of("J2", "", ""), lines.stream().map(SurveyService.Line::grade).toList());
    assertEquals(2, lines.get(2).count().students());
    assertFalse(lines.toString().contains("架空"));
  }

  private static RecordView save(Services it, int version, String note) {
    return it.records()
        .save(
            it.school().actor,
            A,
            YEAR,
            Optional.empty(),
            new RecordNotesBody(version, null, note, null, null, null));
  }

  private static ClosingView amend(Services it, int number, String reason) {
    return it.closings().amend(it.school().actor, Fixture.SCHOOL, YEAR, number, reason);
  }

  private static List<String> refusal(org.junit.jupiter.api.function.Executable command) {
    return assertThrows(RefusedException.class, command).refusal().findings().stream()
        .map(Finding::code)
        .toList();
  }
}
