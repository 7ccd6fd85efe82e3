// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.register.GuardedCalls.About;
import org.tsunagi.plugin.register.GuardedCalls.Call;
import org.tsunagi.plugin.register.GuardedCalls.Guard;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/**
 * Every public operation of the services, by every role from a school and from the board, on the
 * own class, the rest of the own school, a child in whose team one is, a child opened in an
 * emergency, and another school: done exactly where docs/rights.md says so, and without a single
 * writing statement where it does not.
 */
class RightsOfServicesTest {
  private static final RightsDocumentTable TABLE = new RightsDocumentTable();

  /** Services whose operations stand in tables of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AuditService",
          "ServiceAccountService",
          "ImportService",
          "JobService",
          "RegisterService",
          "TallyService",
          "CountingCopyService",
          "YearSheetService",
          "SimulationService",
          "CurriculumSimulationService");

  private static final String REFUSED = "refused for what was asked: ";

  /** Operations that the gate lets in, but what they are asked for here makes no sense yet. */
  private static final Set<String> LET_IN_AND_REFUSED =
      Set.of(
          "ClosingService.close/5",
          "ClosingService.amend/5",
          "CodeDraftService.activate/2",
          "EmergencyService.open/3",
          "MergeService.preview/4",
          "RecodingService.recode/4",
          "ConsentStepService.explain/4",
          "ConsentStepService.show/4",
          "ConsentStepService.talk/4",
          "ConsentStepService.answer/4",
          "ConsentStepService.withdraw/4",
          "ConsentStepService.base/4",
          "DisclosureService.disclose/3",
          "SheetYearService.begin/3",
          "PlanService.begin/3");

  /**
   * Operations of whole stories: ConsentStoryTest, DestructionTest, SheetPaperTest, ClassPrintTest,
   * SheetSummaryTest.
   */
  private static final Set<String> IN_STORIES =
      Set.of(
          "DisclosureService.copy/3",
          "DisclosureService.receive/4",
          "HeldExportService.export/2",
          "RetentionService.keepBack/3",
          "RetentionService.propose/3",
          "RetentionService.release/4",
          "RetentionService.destroy/3",
          "RetentionService.drop/3",
          "PlainWordsService.write/3",
          "PlanStepService.adopt/5",
          "PlanStepService.finish/5",
          "TaskService.list/2",
          "ClassPrintService.drop/2",
          "ClassPrintService.list/2",
          "ClassPrintService.open/2",
          "ClassPrintService.submit/3",
          "SheetPaperService.collect/3",
          "MergeService.confirm/3",
          "MergeService.drop/3",
          "MergeService.pointer/2",
          "MergeService.propose/3",
          "MergeService.undo/4",
          "SheetPaperService.open/3",
          "SheetSummaryService.open/2",
          "SheetSummaryService.print/2");

  /** Operations on nothing but the actor's own address and own notices. */
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "NoticeService.list/1",
          "NoticeService.see/2",
          "WatchNoticeService.address/1",
          "WatchNoticeService.see/2",
          "WatchNoticeService.setAddress/3");

  private static RightsGround ground;
  private static List<GuardedPlace> places;

  @BeforeAll
  static void layOut() {
    ground = new RightsGround(new TestDatabases.Named("h2", TestDatabases.h2()));
    try {
      places = GuardedPlace.all(ground);
    } catch (RefusedException refused) {
      throw new AssertionError(refused.refusal().findings().toString(), refused);
    }
  }

  static Stream<Call> calls() {
    return GuardedCalls.all().stream();
  }

  @Test
  void everyPublicOperationIsInTheTable() throws Exception {
    Set<String> wanted = new TreeSet<>();
    for (Class<?> service : services()) {
      if (!ELSEWHERE.contains(service.getSimpleName())) {
        for (Method method : service.getDeclaredMethods()) {
          boolean open =
              !Modifier.isPublic(method.getModifiers())
                  || Modifier.isStatic(method.getModifiers())
                  || method.isSynthetic();
          String id =
              service.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
          if (!open && !OPEN_TO_ALL.contains(id) && !IN_STORIES.contains(id)) {
            wanted.add(id);
          }
        }
      }
    }
    assertTrue(wanted.size() > 60, "services were not found: " + wanted.size());
    Set<String> called = calls().map(Call::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> forgotten = new TreeSet<>(wanted);
    forgotten.removeAll(called);
    assertEquals(Set.of(), forgotten, "operations that nobody tries");
    called.removeAll(wanted);
    assertEquals(Set.of(), called, "operations that there are no more");
    assertEquals(HostRole.values().length, TABLE.roles());
  }

  private static List<Class<?>> services() throws IOException, URISyntaxException {
    Path root =
        Path.of(ClosureService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("org/tsunagi/plugin"))) {
      for (Path file : files.filter(one -> one.toString().endsWith("Service.class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        Class<?> type = load(name.substring(0, name.length() - ".class".length()));
        if (!type.isInterface() && !type.getName().contains(".fixture.")) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, RightsOfServicesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void operationIsDoneExactlyWhereTheDocumentSaysSo(Call call) {
    List<String> wrong = new ArrayList<>();
    for (HostRole role : HostRole.values()) {
      for (boolean board : new boolean[] {false, true}) {
        for (GuardedPlace place : places) {
          String wanted = expected(call, role, board, place);
          String got = outcome(call, RightsGround.actor(role, board), place);
          boolean refused = got.startsWith(REFUSED);
          if (refused && wanted.equals("done") && LET_IN_AND_REFUSED.contains(call.id())) {
            got = "done";
          }
          boolean wrote = !wanted.equals("done") && !ground.writes.isEmpty();
          if (!wanted.equals(got) || wrote) {
            wrong.add(
                role.code()
                    + (board ? " of the board, " : ", ")
                    + place
                    + ": "
                    + wanted
                    + " but "
                    + got
                    + (wrote ? " and wrote " + ground.writes : ""));
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** What docs/rights.md says, read as plainly as it is written. */
  private static String expected(Call call, HostRole role, boolean board, GuardedPlace place) {
    String refusal = "";
    for (Guard guard : call.guards()) {
      if (reaches(guard.privilege(), guard.about(), role, board, place)) {
        return "done";
      }
      boolean secret = guard.about() == About.STUDENT || guard.about() == About.HOMEROOM;
      boolean seen = reaches(Privilege.STUDENT_READ, guard.about(), role, board, place);
      refusal = secret && !seen ? "missing" : "not permitted";
    }
    return refusal;
  }

  private static boolean reaches(
      Privilege privilege, About about, HostRole role, boolean board, GuardedPlace place) {
    boolean installation = about == About.INSTALLATION;
    // A team and an emergency are of the child's school: they work for posts there and the board's.
    if (about == About.STUDENT
        && !place.grant().isEmpty()
        && (board || place.isOwnSchool())
        && TABLE.has(role, privilege, place.grant())) {
      return true;
    }
    if (board) {
      return TABLE.has(role, privilege, "B") || (installation && TABLE.has(role, privilege, "I"));
    }
    boolean whole = TABLE.has(role, privilege, "S");
    boolean own = TABLE.has(role, privilege, "C") && role == HostRole.HOMEROOM_TEACHER;
    return switch (about) {
      case STUDENT, HOMEROOM -> (place.isOwnSchool() && whole) || (place.isOwnClass() && own);
      case SCHOOL -> place.isOwnSchool() && whole;
      case SCHOOL_OR_CLASS -> place.isOwnSchool() && (whole || own);
      case SCHOOLS -> whole;
      case SCHOOLS_OR_CLASS -> whole || own;
      case INSTALLATION -> TABLE.has(role, privilege, "I");
    };
  }

  /** Calls, tells what came of it, and takes everything back. */
  private static String outcome(Call call, Actor actor, GuardedPlace place) {
    ground.writes.clear();
    int before = ground.host.book.writes();
    String[] came = new String[1];
    try {
      ground.transactions.runSql(
          connection -> {
            came[0] = attempt(call, actor, place);
            throw new TakenBack();
          });
    } catch (TakenBack expected) {
      boolean host = ground.host.book.writes() > before;
      return host && !came[0].equals("done") ? came[0] + " and told the host" : came[0];
    }
    throw new AssertionError("nothing was taken back");
  }

  private static String attempt(Call call, Actor actor, GuardedPlace place) {
    try {
      call.work().run(ground.guarded, actor, place);
      return "done";
    } catch (NotPermitted e) {
      return "not permitted";
    } catch (Missing e) {
      return "missing";
    } catch (RefusedException | Stale | Malformed e) {
      return REFUSED + (e instanceof RefusedException refused ? refused.refusal().findings() : e);
    } catch (Exception e) {
      throw new AssertionError(call + " by " + actor.posts() + " at " + place, e);
    }
  }

  /** Rolls back what a call did. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
