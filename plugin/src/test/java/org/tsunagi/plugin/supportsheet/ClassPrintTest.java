// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.classprint.ClassPrintJob;
import org.tsunagi.plugin.classprint.ClassPrintService;
import org.tsunagi.plugin.classprint.persistence.ClassPrintTable;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;
import org.tsunagi.testing.TestDatabases;

/** The sheets of a whole class as one job. */
class ClassPrintTest {
  private static PdfPrints prints;

  @BeforeAll
  static void start() {
    prints = new PdfPrints(new FreeMarkerPages());
  }

  /** A class of three and one who has gone, over a database. */
  private static final class Room implements AutoCloseable {
    final Ground ground;
    final Sheets sheets;
    final SqlJobs jobs = new SqlJobs();
    final ClassPrintTable table = new ClassPrintTable();
    final ClassPrintService service;
    final ClassPrintJob handler;

    Room(TestDatabases.Named database) {
      ground = new Ground(database);
      sheets = new Sheets(ground);
      sheets.host.size = 3;
      service =
          new ClassPrintService(
              sheets.gate, sheets.host, ground, jobs, table, prints, sheets.audit, ground);
      handler =
          new ClassPrintJob(
              sheets.host,
              Papers.service(sheets),
              new SheetPapers(prints, new FastWorkbooks(), ground),
              table,
              sheets.audit,
              ground);
    }

    void write(String student, String remarks) {
      sheets.service.save(
          TEACHER, new StudentId(student), SheetKey.COMMON, 0, Sheets.text("remarks", remarks));
    }

    JobCounts work() {
      Claim claim =
          ground
              .runSql(c -> jobs.claim(c, "n", Instant.now(), Duration.ofMinutes(1)))
              .orElseThrow();
      return ground.runSql(
          connection -> {
            JobRun run = new JobRun(claim.job(), jobs, connection, new JobRun.Progress());
            JobCounts counts = run(run);
            jobs.end(
                connection,
                claim,
                JobState.SUCCEEDED,
                new JobResult(counts, List.of(), 0),
                Instant.now());
            return counts;
          });
    }

    private JobCounts run(JobRun run) {
      try {
        return handler.run(run);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    String print(Actor actor, String part) {
      String id = service.submit(actor, OneClass.HOMEROOM, part);
      work();
      return id;
    }

    @Override
    public void close() {
      ground.close();
    }
  }

  private static void in(Consumer<Room> story) {
    try (Room room = new Room(TestDatabases.both().findFirst().orElseThrow())) {
      story.accept(room);
    }
  }

  private static List<String> pages(byte[] pdf) {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\s　]", ""));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theSheetsOfAllReadableChildrenComeInOrderEachWithItsOwnPageNumbers(
      TestDatabases.Named database) throws Exception {
    try (Room room = new Room(database)) {
      room.write("s1", "MARKER1");
      room.write("s3", "MARKER3" + "長い文です。\n".repeat(90));
      String id = room.service.submit(TEACHER, OneClass.HOMEROOM, "common");
      assertEquals(id, room.service.list(TEACHER, OneClass.HOMEROOM).job());
      assertEquals(new JobCounts(3, 0, 1, 0, 0), room.work());
      ClassPrintService.Ready ready = room.service.list(TEACHER, OneClass.HOMEROOM).ready().get(0);
      assertEquals(List.of(id, 3, 1), List.of(ready.id(), ready.students(), ready.leftOut()));
      List<String> pages = pages(room.service.open(TEACHER, id));
      String whole = String.join("", pages);
      assertTrue(whole.indexOf("MARKER1") < whole.indexOf("MARKER3"), whole);
      assertTrue(whole.contains("MARKER1"), whole);
      for (String page : pages) {
        assertTrue(page.contains("取扱注意"), page);
        assertTrue(page.contains("試験t1が出力"), page);
      }
      assertTrue(pages.get(0).contains("1／1") && pages.get(1).contains("1／1"), pages.get(0));
      for (int i = 2; i < pages.size(); i++) {
        assertTrue(pages.get(i).contains((i - 1) + "／" + (pages.size() - 2)), pages.get(i));
      }
      assertEquals(
          3,
          room.ground.count(
              "SELECT COUNT(DISTINCT student_id) FROM read_log WHERE actor_id = 't1'"));
      assertEquals(
          1,
          room.ground.count(
              "SELECT COUNT(*) FROM audit_row WHERE action = 'sheet.printClass'"
                  + " AND facts LIKE '%s1 s2 s3%'"));
    }
  }

  @Test
  void nothingOfClassOneIsEverAmongThem() {
    in(
        room -> {
          room.sheets.service.save(
              TEACHER,
              OneClass.STUDENT,
              SheetKey.COMMON,
              0,
              Sheets.text("familyNotes", "MARKER家族"));
          String whole =
              String.join("", pages(room.service.open(PRINCIPAL, room.print(PRINCIPAL, "all"))));
          assertFalse(whole.contains("MARKER"), whole);
          assertTrue(whole.contains("この紙に印刷していない欄がほかにあります"), whole);
        });
  }

  @Test
  void onlyTheOneWhoAskedFetchesThemAndOnlyForADay() {
    in(
        room -> {
          String id = room.print(TEACHER, "b");
          assertThrows(Missing.class, () -> room.service.open(PRINCIPAL, id));
          assertEquals(List.of(), room.service.list(PRINCIPAL, OneClass.HOMEROOM).ready());
          assertThrows(Missing.class, () -> room.service.drop(PRINCIPAL, id));
          assertTrue(room.service.open(TEACHER, id).length > 1000);
          room.ground.at(room.ground.now().plus(Duration.ofHours(25)));
          assertThrows(Missing.class, () -> room.service.open(TEACHER, id));
          assertEquals(List.of(), room.service.list(TEACHER, OneClass.HOMEROOM).ready());
          room.service.submit(TEACHER, OneClass.HOMEROOM, "b");
          assertEquals(0, rows(room));
        });
  }

  private static int rows(Room room) {
    try {
      return room.ground.count("SELECT COUNT(*) FROM class_print_piece");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void rightsAreAskedAgainWhenTheyAreFetched() {
    in(
        room -> {
          room.write("s2", "MARKER2");
          String id = room.print(TEACHER, "common");
          Actor without = new Actor("t1", TEACHER.name(), List.of(), TEACHER.privileges(), true);
          assertThrows(RuntimeException.class, () -> room.service.open(without, id));
          room.sheets.host.size = 1;
          String whole = String.join("", pages(room.service.open(TEACHER, id)));
          assertFalse(whole.contains("MARKER2"), whole);
        });
  }

  @Test
  void whoReadsNoSheetOfTheClassAsksInVain() {
    in(
        room -> {
          for (Actor actor : List.of(Sheets.COLLEAGUE, Sheets.STRANGER)) {
            RuntimeException refused =
                assertThrows(
                    RuntimeException.class,
                    () -> room.service.submit(actor, OneClass.HOMEROOM, "all"));
            assertTrue(refused instanceof NotPermitted || refused instanceof Missing, refused + "");
          }
          assertThrows(
              Malformed.class, () -> room.service.submit(TEACHER, OneClass.HOMEROOM, "notes"));
        });
  }

  @Test
  void aSecondWishWaitsForTheFirst() {
    in(
        room -> {
          room.service.submit(TEACHER, OneClass.HOMEROOM, "a");
          assertThrows(
              RefusedException.class, () -> room.service.submit(TEACHER, OneClass.HOMEROOM, "b"));
          room.work();
          room.service.submit(TEACHER, OneClass.HOMEROOM, "b");
        });
  }

  @Test
  void droppedPapersAreGone() {
    in(
        room -> {
          String id = room.print(TEACHER, "a");
          room.service.drop(TEACHER, id);
          assertEquals(0, rows(room));
          assertThrows(Missing.class, () -> room.service.open(TEACHER, id));
        });
  }
}
