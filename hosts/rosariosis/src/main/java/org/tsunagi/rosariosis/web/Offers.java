// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;

/** The tabs and pages the extension offers, and who may see which students. They come and go. */
@Component(service = Offers.class)
public final class Offers {
  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<StudentTab> tabs = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<SchoolPage> pages = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable StudentScopes scopes;

  /** Begins with nothing. */
  @Activate
  public Offers() {}

  /** Takes fixed offers. */
  Offers(List<StudentTab> tabs, List<SchoolPage> pages, StudentScopes scopes) {
    this.tabs = tabs;
    this.pages = pages;
    this.scopes = scopes;
  }

  /** Lists every tab in its order. */
  List<StudentTab> listTabs() {
    return tabs.stream()
        .sorted(Comparator.comparingInt(StudentTab::order).thenComparing(StudentTab::id))
        .toList();
  }

  /** Finds the tab that an actor sees for a student. */
  Optional<StudentTab> findTab(String id, Actor actor, StudentRecord student) {
    return tabs.stream()
        .filter(tab -> tab.id().equals(id) && tab.visible(actor, student))
        .findFirst();
  }

  /** Lists the pages of an actor's menu, in their order. */
  List<SchoolPage> listPages(Actor actor) {
    return pages.stream()
        .filter(page -> page.visible(actor))
        .sorted(Comparator.comparingInt(SchoolPage::order).thenComparing(SchoolPage::id))
        .toList();
  }

  /** Finds a page by its id; it decides itself what it shows. */
  Optional<SchoolPage> findPage(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }

  /** Tells whether an actor may see a student; no while no extension decides it. */
  boolean permits(Actor actor, StudentRecord student) {
    StudentScopes deciding = scopes;
    return deciding != null && deciding.permits(actor, student);
  }
}
