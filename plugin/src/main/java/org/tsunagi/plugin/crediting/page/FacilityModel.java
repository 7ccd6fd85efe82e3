// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.crediting.IctRuleView;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;

/**
 * What the page of facilities is given.
 *
 * @param texts the words
 * @param request the request
 */
record FacilityModel(Texts texts, PageRequest request) {
  /** The items of 別添3 that speak of places where children stay overnight. */
  private static final Set<String> RESIDENTIAL = Set.of("C4-3", "C5-2", "C7-2");

  /** The item of 別添3 that speaks of counselling. */
  private static final Set<String> COUNSELLING = Set.of("C4-2");

  private static final List<String> KINDS = List.of("1", "2", "3", "4", "5", "6", "7", "8");

  Map<String, Object> ground() {
    return Map.of(
        "base", Texts.base(request.base()),
        "kinds", KINDS.stream().map(id -> Map.of("id", id, "label", kind(id))).toList(),
        "newHref", request.base().self() + "?new=1",
        "listHref", request.base().self());
  }

  Map<String, Object> data(Optional<FacilityView> chosen) {
    return Map.of(
        "self", request.base().self(),
        "facility", chosen.map(FacilityView::id).orElse(""),
        "version", chosen.map(one -> String.valueOf(one.version())).orElse("0"));
  }

  private String kind(String id) {
    return CreditingKinds.glyph(id) + " " + texts.say("facility.kind." + id);
  }

  Map<String, Object> lists(List<FacilityView> facilities, List<IctRuleView> rules) {
    return Map.of(
        "facilities", facilities.stream().map(this::row).toList(),
        "rules", rules.stream().map(this::rule).toList());
  }

  private Map<String, Object> row(FacilityView one) {
    Map<String, Object> model = facility(one);
    model.put(
        "href",
        request.base().self() + "?facility=" + URLEncoder.encode(one.id(), StandardCharsets.UTF_8));
    model.put(
        "search",
        String.join(
            " ",
            one.name(),
            one.id(),
            kind(one.kind()),
            one.prefecture(),
            one.municipality(),
            one.contact()));
    return model;
  }

  Map<String, Object> blank() {
    Map<String, Object> model = new HashMap<>();
    for (String key :
        List.of(
            "id",
            "name",
            "kind",
            "kindLabel",
            "prefecture",
            "municipality",
            "address",
            "phone",
            "contact",
            "where",
            "nature",
            "secrecyOn",
            "changed",
            "voidReason")) {
      model.put(key, "");
    }
    for (String key : List.of("publicBody", "counselling", "residential", "secrecyConfirmed")) {
      model.put(key, false);
    }
    model.put("items", List.of());
    return model;
  }

  Map<String, Object> facility(FacilityView one) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", one.id());
    model.put("name", one.name());
    model.put("kind", one.kind());
    model.put("kindLabel", kind(one.kind()));
    model.put("prefecture", one.prefecture());
    model.put("municipality", one.municipality());
    model.put("where", one.prefecture() + one.municipality());
    model.put("address", one.address());
    model.put("phone", one.phone());
    model.put("contact", one.contact());
    model.put("publicBody", one.publicBody());
    model.put("counselling", one.counselling());
    model.put("residential", one.residential());
    model.put("secrecyConfirmed", one.secrecyConfirmed());
    model.put("secrecyOn", one.secrecyConfirmedOn().map(String::valueOf).orElse(""));
    model.put("nature", nature(one));
    model.put("voidReason", one.voidReason());
    model.put(
        "changed",
        texts.say("facility.changed", one.changedByName(), Texts.day(Texts.date(one.changedAt()))));
    model.put("items", one.assessment().stream().map(this::item).toList());
    return model;
  }

  private String nature(FacilityView one) {
    List<String> words = new ArrayList<>();
    words.add(texts.say(one.publicBody() ? "facility.publicBody" : "facility.private"));
    if (one.counselling()) {
      words.add(texts.say("facility.counselling"));
    }
    if (one.residential()) {
      words.add(texts.say("facility.residential"));
    }
    if (!one.voidReason().isEmpty()) {
      words.add(texts.say("facility.voided", one.voidReason()));
    }
    return String.join(texts.english() ? ", " : "・", words);
  }

  private Map<String, Object> item(FacilityView.Noted one) {
    String only =
        RESIDENTIAL.contains(one.id())
            ? texts.say("facility.only.residential")
            : COUNSELLING.contains(one.id()) ? texts.say("facility.only.counselling") : "";
    String who = one.at().map(at -> one.byName() + " " + Texts.day(Texts.date(at))).orElse("");
    return Map.of(
        "id", one.id(),
        "number", one.number() + "　" + one.heading(),
        "text", one.text(),
        "note", one.note(),
        "entry", one.entry(),
        "only", only,
        "who", who);
  }

  private Map<String, Object> rule(IctRuleView one) {
    String scope =
        one.level().equals("municipality")
            ? one.prefecture() + one.municipality()
            : texts.say("facility.level." + one.level());
    return Map.of(
        "id", one.id(),
        "date", one.firstOn().toString(),
        "from", texts.full(one.firstOn()),
        "name", one.name(),
        "scope", scope,
        "says", RuleWords.says(texts, one),
        "wording", one.wording(),
        "voidReason", one.voidReason());
  }
}
