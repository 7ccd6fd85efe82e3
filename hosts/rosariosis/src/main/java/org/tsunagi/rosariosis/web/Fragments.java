// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.InvalidId;
import org.tsunagi.rosariosis.ticket.TicketActorResolver.Admitted;

/**
 * What stands in a page of the host: menu, tabs, fragments.
 *
 * <p>Links lead to the host's own addresses: pages through its {@code Modules.php}, calls and files
 * through the add-on's relay.
 */
@Component(service = Fragments.class)
public final class Fragments {
  /** What precedes a path of ours in a link to a page. */
  static final String PAGE = "Modules.php?modname=Tsunagi/Page.php&path=";

  /** What precedes a path of ours in a call. */
  static final String RELAY = "modules/Tsunagi/relay.php?path=";

  private static final Pattern TAB = Pattern.compile("/students/([^/]+)/([a-z0-9-]+)");
  private static final Pattern SCHOOL_PAGE = Pattern.compile("/pages/([a-z0-9-]+)");

  private final Offers offers;
  private final StudentDirectory directory;

  /** Takes what is offered and the students. */
  @Activate
  public Fragments(@Reference Offers offers, @Reference StudentDirectory directory) {
    this.offers = offers;
    this.directory = directory;
  }

  /** Lists the pages of a person's menu, one to a line: id, a tab, title. */
  String menu(Admitted person) {
    StringBuilder lines = new StringBuilder();
    Locale locale = locale(person);
    for (SchoolPage page : offers.listPages(person.actor())) {
      lines.append(page.id()).append('\t').append(page.title(locale)).append('\n');
    }
    return lines.toString();
  }

  /** Lists every tab, one to a line: id, a tab, title in Japanese, a tab, title in English. */
  String tabs() {
    StringBuilder lines = new StringBuilder();
    for (StudentTab tab : offers.listTabs()) {
      lines.append(tab.id()).append('\t').append(tab.title(Locale.JAPANESE));
      lines.append('\t').append(tab.title(Locale.ENGLISH)).append('\n');
    }
    return lines.toString();
  }

  /**
   * Renders the fragment of a path.
   *
   * @param path {@code /students/{id}/{tab}} or {@code /pages/{id}}
   * @throws PageNotFound where nothing is there or it may not be seen
   */
  String render(Admitted person, String path, Map<String, List<String>> parameters) {
    Matcher tab = TAB.matcher(path);
    if (tab.matches()) {
      return tab(person, path, parameters, tab);
    }
    Matcher page = SCHOOL_PAGE.matcher(path);
    if (!page.matches()) {
      throw new PageNotFound();
    }
    return offers
        .findPage(page.group(1))
        .orElseThrow(PageNotFound::new)
        .render(request(person, path, parameters));
  }

  private String tab(
      Admitted person, String path, Map<String, List<String>> parameters, Matcher matcher) {
    StudentRecord student =
        directory
            .findRecord(student(matcher.group(1)))
            .filter(found -> offers.permits(person.actor(), found))
            .orElseThrow(PageNotFound::new);
    return offers
        .findTab(matcher.group(2), person.actor(), student)
        .orElseThrow(PageNotFound::new)
        .render(request(person, path, parameters), student);
  }

  private static StudentId student(String part) {
    try {
      return new StudentId(URLDecoder.decode(part, StandardCharsets.UTF_8));
    } catch (InvalidId e) {
      throw new PageNotFound();
    }
  }

  private static PageRequest request(
      Admitted person, String path, Map<String, List<String>> parameters) {
    return new PageRequest(
        person.actor(),
        locale(person),
        parameters,
        new PageRequest.Base(
            PAGE + path,
            PAGE + "/pages",
            PAGE + "/students",
            RELAY + "/api/v1",
            RELAY + "/assets/tsunagi",
            person.ticket().csrf()));
  }

  private static Locale locale(Admitted person) {
    return person.ticket().locale().startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
  }
}
