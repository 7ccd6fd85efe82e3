// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.RightsWords;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** Every door of the engine against the tables of docs/rights.md, read here as words. */
class SheetRightsTest {
  /** One field of each class of section, with a text that names the class. */
  private static final Map<String, SheetContent> WRITTEN =
      Map.of(
          "general", Sheets.rows("monthAppendedOn", new Row("m4", Map.of("note", "MARKGENERAL"))),
          "sensitive", Sheets.text("absenceReasons", "MARKSENSITIVE"),
          "plan", Sheets.text("handoverNotesToNextYear", "MARKPLAN"));

  private static final List<String> STAGES = List.of("draft", "review", "final", "void", "closed");

  /** How the person stands to the child; each names the signs of the document that then count. */
  private enum Standing {
    HOMEROOM(Set.of("C", "S")),
    SAME_SCHOOL(Set.of("S")),
    TEAM(Set.of("S", "T")),
    EMERGENCY(Set.of("S", "E")),
    OTHER_SCHOOL(Set.of()),
    ENDED_POST(Set.of()),
    COMING_POST(Set.of()),
    BOARD(Set.of("B")),
    /** Signed in with a password only, where the setting asks for more. */
    WEAK_HOMEROOM(Set.of("C", "S")),
    WEAK_TEAM(Set.of("S", "T"));

    private final Set<String> signs;

    Standing(Set<String> signs) {
      this.signs = signs;
    }

    private boolean weak() {
      return this == WEAK_HOMEROOM || this == WEAK_TEAM;
    }
  }

  private final Map<String, Map<String, Set<String>>> roles = RightsWords.roles();
  private final Map<String, Set<String>> sections = RightsWords.sections();
  private final List<String> wrong = new ArrayList<>();
  private int cells;
  private int readable;

  SheetRightsTest() throws Exception {}

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyDoorShowsAndTakesWhatTheDocumentSaysForRoleStandingClassAndStage(
      TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      for (SheetKey key : List.of(SheetKey.a(2025), SheetKey.a(2026))) {
        sheets.service.save(
            PRINCIPAL, OneClass.STUDENT, key, 0, Sheets.text("healthSituation", "元"));
        sheets.service.save(PRINCIPAL, OneClass.STUDENT, key, 1, all(WRITTEN.keySet()));
      }
      ground.execute(
          "INSERT INTO record_closing (school_id, school_year, closing_number, signed_by,"
              + " signed_by_name, signed_by_title, signed_at, note, waiting_confirmed, students,"
              + " previous_hash, content_hash) VALUES ('S1', 2025, 1, 'p1', '', '',"
              + " CURRENT_TIMESTAMP, '', '', 1, '', '')");
      for (String stage : STAGES) {
        if (!stage.equals("closed")) {
          ground.execute("UPDATE sheet SET state = '" + stage + "' WHERE part_key = 'a-2026'");
        }
        for (HostRole role : HostRole.values()) {
          for (Standing standing : Standing.values()) {
            judge(sheets, role, standing, stage);
          }
        }
      }
      assertEquals(List.of(), wrong);
      int people = HostRole.values().length * Standing.values().length;
      assertEquals(5 * people * (4 + 3), cells);
      assertTrue(readable > 100, "the document lets be read " + readable);
      assertEquals(4, ground.count("SELECT count(*) FROM sheet_version"));
    }
  }

  private void judge(Sheets sheets, HostRole role, Standing standing, String stage) {
    Actor actor = actor(role, standing);
    sheets.grants = grants(standing);
    sheets.strong = !standing.weak();
    SheetKey key = SheetKey.a(stage.equals("closed") ? 2025 : 2026);
    Set<String> read = granted(role, standing, "read", stage);
    Set<String> written = granted(role, standing, "write", stage);
    readable += read.size();
    SheetService service = sheets.service;
    String cell = role + " " + standing + " " + stage + " ";
    see(cell + "view", read, () -> service.view(actor, OneClass.STUDENT, key));
    see(cell + "versions", read, () -> service.listVersions(actor, OneClass.STUDENT, key, 0, 9));
    see(cell + "difference", read, () -> service.difference(actor, OneClass.STUDENT, key, 0, 2));
    Set<String> told = written.isEmpty() ? Set.of() : read;
    see(
        cell + "conflict",
        told,
        () -> service.save(actor, OneClass.STUDENT, key, 1, SheetContent.EMPTY));
    for (String one : WRITTEN.keySet()) {
      Set<String> sent = new TreeSet<>(written);
      sent.add(one);
      cells++;
      if (saves(sheets, actor, key, all(sent)) != written.contains(one)) {
        wrong.add(cell + "write " + one);
      }
    }
  }

  /** Asks a door and compares the classes whose texts stand in its answer. */
  private void see(String cell, Set<String> expected, Callable<Object> door) {
    String answer;
    try {
      answer = Json.MAPPER.writeValueAsString(door.call());
    } catch (Missing | NotPermitted | RefusedException e) {
      answer = "";
    } catch (Stale both) {
      answer = Json.MAPPER.valueToTree(both.body()).toString();
    } catch (Exception e) {
      throw new IllegalStateException(cell, e);
    }
    String text = answer;
    Set<String> seen =
        WRITTEN.keySet().stream()
            .filter(one -> text.contains("MARK" + one.toUpperCase(java.util.Locale.ROOT)))
            .collect(Collectors.toSet());
    cells++;
    if (!seen.equals(expected)) {
      wrong.add(cell + " " + seen);
    }
  }

  /** Saves what stands there already, so that a right answer changes nothing. */
  private static boolean saves(Sheets sheets, Actor actor, SheetKey key, SheetContent content) {
    try {
      sheets.service.save(actor, OneClass.STUDENT, key, 2, content);
      return true;
    } catch (Missing | NotPermitted | RefusedException e) {
      return false;
    }
  }

  private Set<String> granted(HostRole role, Standing standing, String action, String stage) {
    return WRITTEN.keySet().stream()
        .filter(one -> !(standing.weak() && one.equals("sensitive")))
        .filter(
            one -> {
              Set<String> asked = sections.get(action + " " + one + " " + stage);
              return !asked.isEmpty()
                  && asked.stream()
                      .allMatch(
                          privilege ->
                              roles.get(role.code()).get(privilege).stream()
                                  .anyMatch(standing.signs::contains));
            })
        .collect(Collectors.toSet());
  }

  private static SheetContent all(Set<String> classes) {
    return Stream.of("general", "plan", "sensitive")
        .filter(classes::contains)
        .map(WRITTEN::get)
        .reduce(SheetContent.EMPTY, SheetContent::with);
  }

  private static ChildGrants grants(Standing standing) {
    return switch (standing) {
      case TEAM, WEAK_TEAM -> new ChildGrants(Set.of(grant(Relation.TEAM)));
      case EMERGENCY -> new ChildGrants(Set.of(grant(Relation.EMERGENCY)));
      default -> ChildGrants.NONE;
    };
  }

  private static Grant grant(Relation relation) {
    return new Grant(relation, OneClass.STUDENT, OneClass.SCHOOL);
  }

  private static Actor actor(HostRole role, Standing standing) {
    Optional<SchoolId> school =
        switch (standing) {
          case BOARD -> Optional.empty();
          case OTHER_SCHOOL -> Optional.of(new SchoolId("S2"));
          default -> Optional.of(OneClass.SCHOOL);
        };
    // Posts of other days would be the homeroom teacher's own, were they held today.
    boolean homeroom =
        switch (standing) {
          case HOMEROOM, WEAK_HOMEROOM, ENDED_POST, COMING_POST -> true;
          default -> false;
        };
    LocalDate first = Ground.TODAY.plusDays(standing == Standing.COMING_POST ? 1 : -9);
    Optional<LocalDate> last =
        standing == Standing.ENDED_POST ? Optional.of(Ground.TODAY.minusDays(1)) : Optional.empty();
    Post post =
        new Post(role, school, Optional.of(new HomeroomId(homeroom ? "c21" : "c99")), first, last);
    return new Actor("x1", "試験　花子", List.of(post), Set.of(), true);
  }
}
