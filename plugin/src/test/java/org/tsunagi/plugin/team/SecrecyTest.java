// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.api.access.HostRole.COORDINATOR;
import static org.tsunagi.api.access.HostRole.COUNSELOR;
import static org.tsunagi.api.access.HostRole.HOMEROOM_TEACHER;
import static org.tsunagi.api.access.HostRole.INTEGRATOR;
import static org.tsunagi.api.access.HostRole.PRINCIPAL;
import static org.tsunagi.api.access.HostRole.TEACHER;
import static org.tsunagi.api.access.HostRole.YOGO_TEACHER;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.ReadLogService;
import org.tsunagi.plugin.access.domain.AccessSetting;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.restrictednote.NoteCommand;
import org.tsunagi.plugin.restrictednote.NoteView;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** What is restricted stays so: notes, acknowledgements, and ids of children of others. */
class SecrecyTest {
  private static final String MARKER = "しるし9K2Vの文";
  private static final StudentId CHILD = Town.child("A-1-0");
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aNoteShowsThatItExistsAndOpensOnlyToItsAudienceWithAReason(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      String id =
          all.notes.write(
              Town.actor("A", COUNSELOR),
              CHILD,
              new NoteCommand(
                  "interview", null, List.of("principal"), List.of("A-yogoTeacher"), MARKER));
      NoteView seen = all.notes.view(Town.actor("A", COORDINATOR), CHILD);
      assertEquals(1, seen.notes().size());
      assertFalse(seen.notes().get(0).canOpen());
      assertFalse(MAPPER.writeValueAsString(seen).contains(MARKER));
      assertThrows(
          NotPermitted.class,
          () -> all.notes.open(Town.actor("A", COORDINATOR), CHILD, id, "知りたい"));
      for (HostRole role : List.of(PRINCIPAL, YOGO_TEACHER, COUNSELOR)) {
        Actor actor = Town.actor("A", role);
        assertThrows(RefusedException.class, () -> all.notes.open(actor, CHILD, id, " "));
        NoteView.Opened opened = all.notes.open(actor, CHILD, id, "面談の前に確かめる");
        assertEquals(MARKER, opened.content());
        assertFalse(opened.toString().contains(MARKER));
      }
      assertThrows(Missing.class, () -> all.notes.open(Town.actor("B", PRINCIPAL), CHILD, id, "x"));
      assertThrows(
          Missing.class,
          () -> all.notes.open(Town.actor("A", PRINCIPAL), Town.child("A-1-1"), id, "x"));
      List<ReadEntry> log =
          all.log.list(Town.actor("A", PRINCIPAL), all.town.findRecord(CHILD).orElseThrow());
      assertEquals(3, log.size());
      assertEquals("note", log.get(0).way());
      assertEquals("面談の前に確かめる", log.get(0).reason());
      all.notes.voidNote(Town.actor("A", COUNSELOR), CHILD, id, "書きまちがい");
      assertEquals(
          "書きまちがい",
          all.notes
              .view(Town.actor("A", PRINCIPAL), CHILD)
              .notes()
              .get(0)
              .note()
              .voidReason()
              .orElseThrow());
      assertEquals(List.of(), whereTheMarkerIs(ground));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aTeacherHandsInAConcernAndReadsNoneNotEvenTheOwn(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor teacher = Town.actor("A", TEACHER);
      all.notes.report(teacher, CHILD, new NoteCommand.Concern(null, MARKER));
      assertThrows(NotPermitted.class, () -> all.notes.view(teacher, CHILD));
      assertThrows(
          Missing.class,
          () ->
              all.notes.report(
                  Town.actor("B", TEACHER), CHILD, new NoteCommand.Concern(null, "x")));
      NoteView.Line line = all.notes.view(Town.actor("A", HOMEROOM_TEACHER), CHILD).notes().get(0);
      assertTrue(line.canOpen());
      assertEquals("concern", all.notices.list(Town.actor("A", PRINCIPAL)).get(0).kind());
      assertEquals(1, all.notices.list(Town.actor("A", HOMEROOM_TEACHER)).size());
      all.teams.add(
          Town.actor("A", PRINCIPAL), CHILD, new TeamCommand("A-teacher", "subject", null, null));
      String id = line.note().id();
      assertFalse(all.notes.view(Town.actor("A", TEACHER), CHILD).notes().get(0).canOpen());
      assertThrows(
          NotPermitted.class, () -> all.notes.open(Town.actor("A", TEACHER), CHILD, id, "x"));
      assertEquals(List.of(), whereTheMarkerIs(ground));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theSettingAsksForASecondFactorAndHidesNamesOnTheFamilysPaper(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor board = board();
      NoteCommand command = new NoteCommand("health", null, List.of("principal"), null, MARKER);
      String id = all.notes.write(Town.actor("A", PRINCIPAL), CHILD, command);
      Actor plain = Town.plain("A", PRINCIPAL);
      assertEquals(MARKER, all.notes.open(plain, CHILD, id, "確認").content());
      assertEquals("試験　principal", family(all).entries().get(0).actorName());
      AccessSetting set = all.settings.set(board, 0, true, "title");
      assertEquals(1, set.version());
      assertThrows(Stale.class, () -> all.settings.set(board, 0, false, "name"));
      assertThrows(RefusedException.class, () -> all.settings.set(board, 1, true, "x"));
      assertThrows(
          NotPermitted.class, () -> all.settings.set(Town.actor("A", PRINCIPAL), 1, false, "name"));
      assertEquals(
          "SECOND_FACTOR",
          assertThrows(RefusedException.class, () -> all.notes.open(plain, CHILD, id, "確認"))
              .refusal()
              .findings()
              .get(0)
              .code());
      Actor strong = Town.actor("A", PRINCIPAL);
      assertEquals(MARKER, all.notes.open(strong, CHILD, id, "確認").content());
      ReadEntry first = family(all).entries().get(0);
      assertEquals("", first.actorName());
      assertEquals("校長", first.actorTitle());
      assertEquals("", first.actorId());
    }
  }

  private static ReadLogService.FamilyLog family(TownServices all) {
    return all.log.forFamily(Town.actor("A", PRINCIPAL), CHILD);
  }

  private static Actor board() {
    Post post =
        new Post(
            INTEGRATOR,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            Ground.TODAY,
            java.util.Optional.empty());
    return new Actor("board", "試験　担当", List.of(post), Set.of(), true);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anAcknowledgementIsBoundToTheContentAndAChangeAsksAgain(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
      all.teams.add(homeroom, CHILD, new TeamCommand("A-teacher", "subject", null, null));
      Map<SheetKey, String> parts =
          Map.of(
              SheetKey.COVER,
              "classificationNumber",
              SheetKey.COMMON,
              "remarks",
              SheetKey.a(2026),
              "handoverNotesToNextYear",
              SheetKey.meeting("k1"),
              "recorderName");
      for (var part : parts.entrySet()) {
        acknowledged(all, part.getKey(), part.getValue());
      }
      assertEquals(
          parts.size(),
          ground.count("SELECT count(*) FROM audit_row WHERE action = 'sheet.acknowledge'"));
      assertThrows(
          Missing.class,
          () -> all.acknowledgements.view(Town.actor("B", PRINCIPAL), CHILD, "a-2026"));
    }
  }

  private static void acknowledged(TownServices all, SheetKey key, String field) {
    Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
    String part = key.text();
    assertEquals(0, all.acknowledgements.view(homeroom, CHILD, part).version());
    assertThrows(Missing.class, () -> all.acknowledgements.acknowledge(homeroom, CHILD, part, ""));
    all.engine.save(homeroom, CHILD, key, 0, text(field, "一"));
    AcknowledgementView asked = all.acknowledgements.view(homeroom, CHILD, part);
    assertEquals(1, asked.version());
    assertEquals(List.of("試験　teacher"), asked.waiting());
    assertEquals(64, asked.hash().length());
    Actor teacher = Town.actor("A", TEACHER);
    for (int twice = 0; twice < 2; twice++) {
      assertTrue(all.acknowledgements.acknowledge(teacher, CHILD, part, asked.hash()).mine());
    }
    assertEquals(List.of(), all.acknowledgements.view(homeroom, CHILD, part).waiting());
    all.engine.save(homeroom, CHILD, key, 1, text(field, "二"));
    AcknowledgementView again = all.acknowledgements.view(teacher, CHILD, part);
    assertEquals(2, again.version());
    assertFalse(again.mine());
    assertEquals(List.of("試験　teacher"), again.waiting());
    assertEquals(1, again.before().size());
    assertThrows(
        Stale.class, () -> all.acknowledgements.acknowledge(teacher, CHILD, part, asked.hash()));
    // The same words again are the same content: what was read then has been read now.
    all.engine.save(homeroom, CHILD, key, 2, text(field, "一"));
    assertTrue(all.acknowledgements.view(teacher, CHILD, part).mine());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aChangeInWhatSomebodyMayNotSeeAsksNothingOfThem(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
      Actor teacher = Town.actor("A", TEACHER);
      all.teams.add(homeroom, CHILD, new TeamCommand("A-teacher", "subject", null, null));
      SheetKey a = SheetKey.a(2026);
      all.engine.save(homeroom, CHILD, a, 0, text("handoverNotesToNextYear", "引継ぎ"));
      for (Actor one : List.of(homeroom, teacher)) {
        String hash = all.acknowledgements.view(one, CHILD, "a-2026").hash();
        all.acknowledgements.acknowledge(one, CHILD, "a-2026", hash);
      }
      SheetContent both = text("handoverNotesToNextYear", "引継ぎ").with(text("absenceReasons", "理由"));
      all.engine.save(homeroom, CHILD, a, 1, both);
      AcknowledgementView asked = all.acknowledgements.view(teacher, CHILD, "a-2026");
      assertTrue(asked.mine());
      assertEquals(List.of("A-teacher"), asked.read().stream().map(one -> one.person()).toList());
      AcknowledgementView again = all.acknowledgements.view(homeroom, CHILD, "a-2026");
      assertFalse(again.mine());
      assertFalse(again.hash().equals(asked.hash()));
    }
  }

  private static SheetContent text(String field, String text) {
    return new SheetContent(Map.of(field, text), Map.of());
  }

  /** One kind of request; what it returns is looked at for things it must not hold. */
  @FunctionalInterface
  private interface Request {
    Object send(TownServices all, Actor actor, StudentId child, String id);
  }

  private static final Map<String, Request> REQUESTS = requests();

  private static Map<String, Request> requests() {
    Map<String, Request> all = new HashMap<>();
    all.put("team", (s, a, c, id) -> s.teams.view(a, c));
    all.put("candidates", (s, a, c, id) -> s.teams.listCandidates(a, c));
    all.put(
        "team.add",
        (s, a, c, id) -> s.teams.add(a, c, new TeamCommand(a.id(), "other", null, null)));
    all.put(
        "team.end",
        (s, a, c, id) -> {
          s.teams.end(a, c, id, new TeamCommand.End(1, null));
          return "";
        });
    all.put("notes", (s, a, c, id) -> s.notes.view(a, c));
    all.put("note.open", (s, a, c, id) -> s.notes.open(a, c, id, "理由"));
    all.put(
        "note.void",
        (s, a, c, id) -> {
          s.notes.voidNote(a, c, id, "理由");
          return "";
        });
    all.put(
        "note.write",
        (s, a, c, id) ->
            s.notes.write(a, c, new NoteCommand("other", null, List.of("principal"), null, "別の文")));
    all.put(
        "note.report",
        (s, a, c, id) -> {
          s.notes.report(a, c, new NoteCommand.Concern(null, "気づき"));
          return "";
        });
    all.put("emergency", (s, a, c, id) -> s.emergencies.open(a, c, "理由"));
    all.put("emergencies", (s, a, c, id) -> s.emergencies.list(a, c));
    all.put("log", (s, a, c, id) -> s.log.forFamily(a, c));
    all.put("read", (s, a, c, id) -> s.acknowledgements.view(a, c, "a-2026"));
    all.put("acknowledge", (s, a, c, id) -> s.acknowledgements.acknowledge(a, c, "a-2026", id));
    return all;
  }

  @Test
  void tenThousandRequestsWithForeignIdsLeakNothing() throws Exception {
    try (Ground ground = new Ground(new TestDatabases.Named("h2", TestDatabases.h2()))) {
      TownServices all = new TownServices(ground);
      List<String> ids = new ArrayList<>(List.of("nothing"));
      for (String child : Town.children()) {
        String school = child.substring(0, 1);
        ids.add(
            all.notes.write(
                Town.actor(school, PRINCIPAL),
                Town.child(child),
                new NoteCommand("family", null, List.of("principal"), null, MARKER + child)));
      }
      Random random = new Random(20261120);
      List<String> leaks = new ArrayList<>();
      List<String> kinds = REQUESTS.keySet().stream().sorted().toList();
      int foreign = 0;
      int answered = 0;
      for (int i = 0; i < 10_000; i++) {
        String school = Town.SCHOOLS.get(random.nextInt(3));
        HostRole role = HostRole.values()[random.nextInt(HostRole.values().length)];
        String child =
            random.nextInt(20) == 0
                ? "nobody"
                : Town.children().get(random.nextInt(Town.children().size()));
        String kind = kinds.get(random.nextInt(kinds.size()));
        String id = ids.get(random.nextInt(ids.size()));
        Actor actor = Town.actor(school, role);
        boolean own = child.startsWith(school + "-");
        foreign += own ? 0 : 1;
        String what = kind + " " + actor.id() + " " + child + " " + id;
        String answer = answer(all, kind, actor, child, id);
        answered += answer.startsWith("200") ? 1 : 0;
        if (!own && !answer.equals("404")) {
          leaks.add(what + ": " + answer);
        }
        boolean mayHold = kind.equals("note.open") && own && role == PRINCIPAL;
        if (answer.contains(MARKER) && !(mayHold && answer.contains(MARKER + child))) {
          leaks.add(what + " holds the marker");
        }
        if (!answer.startsWith("200")
            && own
            && answer.equals("404")
            && role == PRINCIPAL
            && kind.equals("team")) {
          leaks.add(what + " hides what is theirs");
        }
      }
      assertEquals(List.of(), leaks);
      assertTrue(foreign > 5000, "foreign " + foreign);
      assertTrue(answered > 500, "answered " + answered);
      assertEquals(List.of(), whereTheMarkerIs(ground));
    }
  }

  private static String answer(TownServices all, String kind, Actor actor, String child, String id)
      throws Exception {
    try {
      Object found = REQUESTS.get(kind).send(all, actor, Town.child(child), id);
      return "200 " + MAPPER.writeValueAsString(found);
    } catch (Missing e) {
      return "404";
    } catch (NotPermitted e) {
      return "403";
    } catch (RefusedException e) {
      return "422 " + e.refusal().findings();
    } catch (Stale e) {
      return "409 " + MAPPER.writeValueAsString(e.body());
    }
  }

  /** Lists the tables, beside that of the notes, in which the marker stands. */
  private static List<String> whereTheMarkerIs(Ground ground) throws Exception {
    List<String> found = new ArrayList<>();
    int seen = 0;
    try (Connection connection = ground.open()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          connection
              .getMetaData()
              .getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (rows.next()) {
          String schema = rows.getString("TABLE_SCHEM");
          if (schema.equalsIgnoreCase("public")) {
            tables.add(rows.getString("TABLE_NAME"));
          }
        }
      }
      for (String table : tables) {
        try (var statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              String text = rows.getString(i);
              if (text != null && text.contains(MARKER)) {
                if (table.equalsIgnoreCase("restricted_note")) {
                  seen++;
                } else {
                  found.add(table + "." + rows.getMetaData().getColumnName(i));
                }
              }
            }
          }
        }
      }
    }
    assertTrue(seen > 0, "the marker was planted");
    return found;
  }

  @Test
  void theTownIsAsTheTestsThinkItIs() {
    assertEquals(18, Town.children().size());
    assertEquals(
        List.of(new SchoolId("A")),
        new Town().listEnrolments(CHILD).stream().map(stay -> stay.school()).toList());
  }
}
