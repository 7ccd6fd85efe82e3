// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.rosariosis.ticket.Ticket;
import org.tsunagi.rosariosis.ticket.TicketActorResolver.Admitted;

class FragmentsTest {
  private static final Actor TEACHER = new Actor("t-1", "担任", List.of(), Set.of(), false);
  private static final Actor OTHER = new Actor("t-9", "別", List.of(), Set.of(), false);
  private static final StudentRecord SAKI =
      new StudentRecord(
          new Student(
              new StudentId("101"), "山﨑", "花", "", "", "female", Optional.empty(), "", List.of()),
          List.of(),
          List.of(),
          List.of());

  private final Fragments fragments = new Fragments(offers(), directory());

  private static Admitted person(Actor actor, String locale) {
    Instant now = Instant.EPOCH;
    return new Admitted(
        actor,
        new Ticket(
            "id", now, now, actor.id(), "teacher", "1", "2026", "101", "GET", "/", locale, "c"));
  }

  private static StudentDirectory directory() {
    StudentDirectory directory = mock(StudentDirectory.class);
    when(directory.findRecord(any())).thenReturn(Optional.empty());
    when(directory.findRecord(new StudentId("101"))).thenReturn(Optional.of(SAKI));
    return directory;
  }

  private static Offers offers() {
    StudentScopes scopes = mock(StudentScopes.class);
    when(scopes.permits(TEACHER, SAKI)).thenReturn(true);
    return new Offers(
        List.of(new Tab("b", 2, true), new Tab("a", 1, true), new Tab("hidden", 3, false)),
        List.of(new Page("watch", 2, true), new Page("codes", 1, true), new Page("far", 3, false)),
        scopes);
  }

  private record Tab(String id, int order, boolean shown) implements StudentTab {
    @Override
    public String title(Locale locale) {
      return id + " " + locale.getLanguage();
    }

    @Override
    public boolean visible(Actor actor, StudentRecord student) {
      return shown;
    }

    @Override
    public String render(PageRequest request, StudentRecord student) {
      return id + " of " + student.id() + " " + request.base() + " " + request.parameters();
    }
  }

  private record Page(String id, int order, boolean shown) implements SchoolPage {
    @Override
    public String title(Locale locale) {
      return id + " " + locale.getLanguage();
    }

    @Override
    public boolean visible(Actor actor) {
      return shown;
    }

    @Override
    public String render(PageRequest request) {
      return id + " for " + request.actor().id() + " in " + request.locale();
    }
  }

  @Test
  void theMenuListsThePagesOfThePersonInTheirOrderAndLanguage() {
    assertEquals(
        "codes\tcodes ja\nwatch\twatch ja\n", fragments.menu(person(TEACHER, "ja_JP.utf8")));
    assertEquals("codes\tcodes en\nwatch\twatch en\n", fragments.menu(person(TEACHER, "")));
  }

  @Test
  void tabsAreListedInBothLanguages() {
    assertEquals("a\ta ja\ta en\nb\tb ja\tb en\nhidden\thidden ja\thidden en\n", fragments.tabs());
  }

  @Test
  void aTabLinksThroughTheHostOnly() {
    assertEquals(
        "a of 101 Base[self=Modules.php?modname=Tsunagi/Page.php&path=/students/101/a,"
            + " pages=Modules.php?modname=Tsunagi/Page.php&path=/pages,"
            + " students=Modules.php?modname=Tsunagi/Page.php&path=/students,"
            + " api=modules/Tsunagi/relay.php?path=/api/v1,"
            + " assets=modules/Tsunagi/relay.php?path=/assets/tsunagi, csrfToken=c]"
            + " {year=[2026]}",
        fragments.render(
            person(TEACHER, "ja"), "/students/101/a", Map.of("year", List.of("2026"))));
  }

  @Test
  void aPageOutsideTheMenuDecidesItself() {
    assertEquals(
        "far for t-1 in ja", fragments.render(person(TEACHER, "ja"), "/pages/far", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/students/101/hidden",
        "/students/101/none",
        "/students/102/a",
        "/students/101",
        "/students/%00/a",
        "/pages/none",
        "/pages/",
        "/",
        ""
      })
  void whatIsNotThereAndWhatMayNotBeSeenLookAlike(String path) {
    assertThrows(PageNotFound.class, () -> fragments.render(person(TEACHER, "ja"), path, Map.of()));
  }

  @Test
  void aStudentOutsideThePersonsReachIsNotShown() {
    assertThrows(
        PageNotFound.class,
        () -> fragments.render(person(OTHER, "ja"), "/students/101/a", Map.of()));
  }
}
