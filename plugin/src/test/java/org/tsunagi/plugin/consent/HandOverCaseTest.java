// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.tsunagi.plugin.consent.ConsentDesk.PRINCIPAL;
import static org.tsunagi.plugin.consent.ConsentDesk.STRANGER;
import static org.tsunagi.plugin.consent.ConsentDesk.STUDENT;
import static org.tsunagi.plugin.consent.ConsentDesk.TEACHER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.domain.Standing;
import org.tsunagi.plugin.consent.persistence.SheetRowsContent;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.FormCatalogue;
import org.tsunagi.plugin.supportsheet.Reflections;
import org.tsunagi.plugin.supportsheet.SheetPlaces;
import org.tsunagi.plugin.supportsheet.SheetReader;
import org.tsunagi.plugin.supportsheet.SheetRights;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** G-002-15 and G-002-16 on sheets that were really written: how much, and when. */
class HandOverCaseTest {
  private static final List<String> SHOWN =
      List.of(
          "common",
          "a-2026",
          "b-2026",
          "meeting-k1",
          "meeting-k2",
          "meeting-k3",
          "meeting-k4",
          "meeting-k5");

  /** The engine of the sheets beside the services of consent, with one student. */
  private static final class Desk {
    final Ground ground;
    final ConsentDesk consent;
    final SheetService sheets;

    Desk(Ground ground) throws Exception {
      this.ground = ground;
      consent = new ConsentDesk(ground);
      FormCatalogue forms = new FormCatalogue(mock(SchoolCalendar.class));
      consent.content = new SheetRowsContent(forms, ground);
      Gate gate = new TableGate(ground);
      SheetReader reader =
          new SheetReader(
              forms,
              new Reflections(mock(StaffDirectory.class)),
              new SheetRights(new SheetAccess(gate, actor -> true), ground),
              ground);
      SheetPlaces places = new SheetPlaces(gate, consent.directory, ground);
      sheets = new SheetService(gate, new SqlAuditTrail(ground), ground, places, reader, ground);
      stays(ConsentDesk.stay("S1", LocalDate.of(2026, 4, 1), Optional.empty()));
      write("common", "remarks", "家");
      write("a-2026", "absenceReasons", "A");
      write("b-2026", "yearGoal", "B");
      for (int i = 1; i <= 5; i++) {
        write("meeting-k" + i, "goal", "協議" + i);
      }
    }

    void stays(Enrolment... stays) {
      consent.stays(stays);
      Student student =
          new Student(STUDENT, "水野", "試", "", "", "female", Optional.empty(), "", List.of());
      List<School> schools =
          List.of(
              new School(new SchoolId("S1"), "東中学校", "市"),
              new School(new SchoolId("S2"), "北高等学校", "県"));
      StudentRecord record = new StudentRecord(student, List.of(stays), schools, List.of());
      when(consent.directory.findRecord(STUDENT)).thenReturn(Optional.of(record));
    }

    void write(String key, String field, String text) {
      SheetKey part = SheetKey.find(key).orElseThrow();
      int version = sheets.view(PRINCIPAL, STUDENT, part).version();
      sheets.save(
          PRINCIPAL, STUDENT, part, version, new SheetContent(Map.of(field, text), Map.of()));
    }

    String ask() {
      return consent.consents.ask(
          TEACHER,
          STUDENT,
          new ConsentCommand.Ask("handingOver", "school", null, "北高等学校", "public", null, null));
    }

    ConsentView view(String id) {
      return consent.consents.overview(PRINCIPAL, STUDENT).consents().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    /** Explains and shows all there is, and returns the hash of what was shown. */
    String explainAndShow(Actor actor, String id) {
      consent.steps.explain(
          actor,
          STUDENT,
          id,
          new ConsentCommand.Explaining(view(id).version(), ConsentRule.EXPLAINED, null, "水野"));
      return show(actor, id);
    }

    String show(Actor actor, String id) {
      consent.steps.show(actor, STUDENT, id, new ConsentCommand.Showing(view(id).version()));
      return view(id).shown().orElseThrow().hash();
    }

    void answer(
        Actor actor, String id, boolean given, String hash, List<String> items, String why) {
      consent.steps.answer(
          actor,
          STUDENT,
          id,
          new ConsentCommand.Answering(
              view(id).version(), given, hash, items, why, "水野", "mother", "inPerson", null, null));
    }

    List<SharedPart> send(String id) {
      String hash = view(id).sending().map(ConsentView.Content::hash).orElse("");
      String line =
          consent.disclosures.disclose(
              PRINCIPAL, STUDENT, new DisclosureCommand(id, hash, "paper", "水野", null));
      return consent.disclosures.copy(PRINCIPAL, STUDENT, line).parts();
    }
  }

  private static List<String> codes(Executable refused) {
    RefusedException e = assertThrows(RefusedException.class, refused);
    return e.refusal().findings().stream().map(Finding::code).toList();
  }

  private static List<String> items(String... keys) {
    List<String> items = new ArrayList<>();
    for (String key : keys) {
      items.add(
          key
              + (key.startsWith("a-")
                  ? ":sensitive"
                  : key.startsWith("common") ? ":general" : ":plan"));
    }
    return items;
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void allIsAskedForAndWhatIsAgreedToIsSent(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Desk desk = new Desk(ground);
      String id = desk.ask();
      String hash = desk.explainAndShow(TEACHER, id);
      assertEquals(
          items(SHOWN.toArray(String[]::new)).stream().sorted().toList(),
          view(desk, id).stream().sorted().toList());
      List<String> some = items("common", "a-2026");
      assertEquals(
          List.of("NOTE_WHY_NOT_ALL"), codes(() -> desk.answer(TEACHER, id, true, hash, some, "")));
      desk.answer(TEACHER, id, true, hash, some, "協議のことは家で話す");
      assertEquals(Standing.ALLOW, desk.view(id).standing());
      desk.write("b-2026", "yearGoal", "合意の外");
      assertEquals(Standing.ALLOW, desk.view(id).standing());
      List<SharedPart> sent = desk.send(id);
      assertEquals(
          List.of("a-2026", "common"), sent.stream().map(SharedPart::key).sorted().toList());
      assertFalse(sent.toString().contains("協議"));
      desk.write("common", "remarks", "家のこと");
      assertEquals(Standing.SHOW_AGAIN, desk.view(id).standing());
      assertEquals(List.of("SHOW_AGAIN"), codes(() -> desk.send(id)));
      String again = desk.show(TEACHER, id);
      desk.answer(TEACHER, id, true, again, some, "協議のことは家で話す");
      assertTrue(desk.send(id).toString().contains("家のこと"));
      assertTrue(
          desk.consent.consents.overview(PRINCIPAL, STUDENT).disclosures().get(0).asksMeeting());
    }
  }

  private static List<String> view(Desk desk, String id) {
    return desk.view(id).shown().orElseThrow().scope();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void understandingMayComeAfterTheMove(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Desk desk = new Desk(ground);
      String id = desk.ask();
      desk.answer(TEACHER, id, false, "", null, "");
      LocalDate last = Ground.TODAY.minusDays(30);
      desk.stays(
          ConsentDesk.stay("S1", LocalDate.of(2026, 4, 1), Optional.of(last)),
          ConsentDesk.stay("S2", last.plusDays(1), Optional.empty()));
      assertEquals(Standing.PENDING_CONSENT, desk.view(id).standing());
      assertEquals(List.of("PENDING_CONSENT"), codes(() -> desk.send(id)));
      // The next school has the child and not the sheet; the school before keeps its own.
      SheetContent next = desk.sheets.view(STRANGER, STUDENT, SheetKey.COMMON).content();
      assertEquals(SheetContent.EMPTY, next);
      assertEquals(List.of(), desk.sheets.list(STRANGER, STUDENT));
      SheetKey meeting = SheetKey.meeting("k1");
      assertEquals(SheetContent.EMPTY, desk.sheets.view(STRANGER, STUDENT, meeting).content());
      assertEquals(
          "家", desk.sheets.view(PRINCIPAL, STUDENT, SheetKey.COMMON).content().text("remarks"));
      assertEquals(8, desk.sheets.list(PRINCIPAL, STUDENT).size());
      String hash = desk.explainAndShow(PRINCIPAL, id);
      desk.answer(PRINCIPAL, id, true, hash, null, "");
      assertEquals(Standing.ALLOW, desk.view(id).standing());
      assertEquals(
          SHOWN.stream().sorted().toList(),
          desk.send(id).stream().map(SharedPart::key).sorted().toList());
      assertThrows(
          Missing.class,
          () ->
              desk.sheets.view(
                  ConsentDesk.actor("x", org.tsunagi.api.access.HostRole.PRINCIPAL, "S3"),
                  STUDENT,
                  SheetKey.COMMON));
    }
  }
}
