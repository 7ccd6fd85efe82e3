// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;

/**
 * Applications with what lists, views and decisions need beside them, read once for a request.
 *
 * @param applications the applications with all that was written about them
 * @param lists the condition lists of their schools
 * @param codes the codes in force
 */
record CreditingFile(
    List<ApplicationFile> applications,
    Map<SchoolId, List<ConditionList>> lists,
    CodeCatalogue codes) {
  /** Returns this file with some of its applications. */
  CreditingFile only(Predicate<CreditingApplication> wanted) {
    return new CreditingFile(
        applications.stream().filter(one -> wanted.test(one.application())).toList(), lists, codes);
  }

  Optional<ApplicationFile> find(String id) {
    return applications.stream().filter(one -> one.application().id().equals(id)).findFirst();
  }

  /** Finds the condition list that an application names. */
  Optional<ConditionList> named(CreditingApplication application) {
    return at(application).stream()
        .filter(list -> list.id().equals(application.content().list()))
        .findFirst();
  }

  /** Finds the condition list of an application; empty where the school has none. */
  Optional<ConditionList> list(CreditingApplication application, List<Enrolment> stays) {
    ApplicationContent content = application.content();
    return content.list().isEmpty()
        ? CreditingKinds.lists(
                content.kind(),
                ApplicationChecks.highSchool(stays, content.period().first()),
                at(application))
            .stream()
            .findFirst()
        : named(application);
  }

  /** Tells whether an application's kind is a cause that only some may know. */
  boolean isRestricted(CreditingApplication application) {
    return codes.find(application.content().kind()).stream().anyMatch(AttendanceCode::restricted);
  }

  private List<ConditionList> at(CreditingApplication application) {
    return lists.getOrDefault(application.school(), List.of());
  }
}
