// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.crediting.LearningResultView;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;

/**
 * What the tab's template is given beside the chosen application.
 *
 * @param texts the words
 * @param request the request
 * @param today today
 * @param rows the student's applications
 * @param chosen the chosen one
 */
record TabModel(
    Texts texts,
    PageRequest request,
    LocalDate today,
    List<ApplicationView.Row> rows,
    Optional<String> chosen) {
  /** The kinds that are neither a place outside school nor learning at home. */
  private static final List<String> OTHER_KINDS =
      List.of(
          "CREDITED_PROTECTION",
          "CREDITED_CORRECTIONAL",
          "CREDITED_REMOTE_LESSON",
          "CREDITED_ACTIVITY");

  private static final List<String> OTHER_LISTS = List.of("exchange", "contest", "competition");

  Map<String, Object> toMap() {
    Map<String, Object> model = new HashMap<>();
    model.put("base", Texts.base(request.base()));
    model.put("today", today.toString());
    model.put("apps", rows.stream().map(this::row).toList());
    model.put("newHref", request.base().self() + "?new=1");
    model.put("listHref", request.base().self());
    return model;
  }

  private Map<String, Object> row(ApplicationView.Row row) {
    return Map.of(
        "name", Texts.kind(row),
        "place", texts.place(row),
        "period", texts.period(row.firstOn(), row.lastOn()),
        "stateLabel", texts.state(row, today),
        "chip", Texts.chip(row),
        "href",
            request.base().self()
                + "?application="
                + URLEncoder.encode(row.id(), StandardCharsets.UTF_8),
        "current", chosen.map(row.id()::equals).orElse(false));
  }

  /** The kinds of those that only some may know. */
  private static final Set<String> RESTRICTED =
      Set.of("CREDITED_PROTECTION", "CREDITED_CORRECTIONAL");

  /**
   * What the form of a new application is given.
   *
   * @param openly whether the actor may know restricted causes
   */
  Map<String, Object> newForm(List<FacilityView> facilities, boolean openly) {
    return Map.of(
        "facilities",
            facilities.stream()
                .filter(one -> one.voidReason().isEmpty())
                .filter(one -> CreditingKinds.isFacility(one.kind()))
                .map(TabModel::facility)
                .toList(),
        "otherKinds",
            OTHER_KINDS.stream()
                .filter(id -> openly || !RESTRICTED.contains(id))
                .map(id -> Map.of("id", id, "label", texts.say("crediting.other." + id)))
                .toList(),
        "otherLists",
            OTHER_LISTS.stream()
                .map(id -> Map.of("id", id, "title", texts.say("crediting.list." + id)))
                .toList());
  }

  private static Map<String, Object> facility(FacilityView one) {
    return Map.of(
        "id", one.id(),
        "kind", one.kind(),
        "glyph", CreditingKinds.glyph(one.kind()),
        "name", one.name(),
        "where", one.prefecture() + one.municipality());
  }

  List<Map<String, Object>> results(List<LearningResultView> all) {
    return all.stream().filter(one -> one.voidReason().isEmpty()).map(this::result).toList();
  }

  private Map<String, Object> result(LearningResultView one) {
    String told = one.toldOn().map(day -> Texts.day(day) + " ").orElse("") + one.toldHow();
    return Map.of(
        "id", one.id(),
        "subject", one.subject(),
        "period", texts.period(one.firstOn(), one.lastOn()),
        "content", one.content(),
        "suits", one.suitsCurriculum(),
        "told", told,
        "by", one.byName() + " " + Texts.day(Texts.date(one.at())));
  }
}
