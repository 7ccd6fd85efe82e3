// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.LegalBasis;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.domain.Standing;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.shared.JapaneseDates;

/** What the fragment of a student's consents shows. */
final class ConsentModel {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Messages messages;
  private final Locale locale;
  private final ConsentService.Overview overview;
  private final Map<String, String> partLabels = new HashMap<>();

  ConsentModel(Messages messages, PageRequest request, ConsentService.Overview overview) {
    this.messages = messages;
    this.locale = request.locale();
    this.overview = overview;
    overview.parts().forEach(part -> partLabels.put(part.key(), part.label()));
  }

  Map<String, Object> toMap(List<FacilityView> facilities, List<String> source) {
    Map<String, Object> model = new HashMap<>();
    model.put("mayWrite", overview.mayWrite());
    model.put("mayDisclose", overview.mayDisclose());
    model.put("groups", ItemGroup.of(overview.parts()).stream().map(this::group).toList());
    model.put(
        "facilities",
        facilities.stream()
            .map(
                one ->
                    Map.of(
                        "id", one.id(),
                        "name", one.name(),
                        "secrecy", one.secrecyConfirmed() && one.secrecyConfirmedOn().isPresent()))
            .toList());
    model.put("consents", overview.consents().stream().map(this::consent).toList());
    model.put("ledger", overview.disclosures().stream().map(this::line).toList());
    model.put("source", source);
    return model;
  }

  private Map<String, Object> consent(ConsentView one) {
    Map<String, Object> row = new HashMap<>();
    boolean making = one.purpose().equals("making");
    row.put("id", one.id());
    row.put("version", one.version());
    row.put("making", making);
    row.put("title", say("consent.purpose." + one.purpose()));
    row.put("recipient", one.recipient().name());
    row.put("outside", one.recipient().outside());
    row.put("secrecy", one.secrecyConfirmed());
    row.put("standing", standing(one));
    row.put("chip", chip(one.standing()));
    row.put("scope", labels(one.scope()));
    row.put("scopeNote", one.scopeNote());
    row.put("given", one.answer().equals("given"));
    row.put("until", one.until().map(this::day).orElse(""));
    row.put("explained", one.toExplain().stream().map(item -> item(one, item)).toList());
    row.put("toExplain", one.toExplain().stream().anyMatch(i -> !one.explained().contains(i)));
    one.shown().ifPresent(shown -> row.put("shown", content(shown)));
    one.sending().ifPresent(sending -> row.put("sending", content(sending)));
    row.put("log", one.events().stream().map(this::event).toList());
    row.put(
        "bases",
        overview.bases().getOrDefault(one.id(), List.of()).stream().map(this::basis).toList());
    row.put("scopeGroups", one.scope().stream().map(this::group).toList());
    return row;
  }

  private String standing(ConsentView one) {
    boolean refused = one.standing() == Standing.PENDING_CONSENT && one.answer().equals("refused");
    return say("consent.standing." + (refused ? "REFUSED" : one.standing().name()));
  }

  static String chip(Standing standing) {
    return switch (standing) {
      case ALLOW, ALLOW_BY_LAW -> "ok";
      case PENDING_CONSENT, SHOW_AGAIN, EXPIRED -> "wait";
      case WITHDRAWN -> "";
    };
  }

  private Map<String, Object> item(ConsentView one, String item) {
    return Map.of(
        "id", item,
        "label", say("consent.explain." + item),
        "done", one.explained().contains(item));
  }

  private Map<String, Object> content(ConsentView.Content content) {
    Map<String, Object> row = new HashMap<>();
    row.put("hash", content.hash());
    row.put("current", content.current());
    row.put("parts", parts(content.parts()));
    row.put("groups", content.scope().stream().map(this::group).toList());
    return row;
  }

  /** Returns parts as the templates draw them. */
  static List<Map<String, Object>> parts(List<SharedPart> parts) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SharedPart part : parts) {
      List<Map<String, Object>> sections = new ArrayList<>();
      for (SharedPart.Section section : part.sections()) {
        List<Map<String, Object>> fields =
            section.fields().stream()
                .map(field -> Map.<String, Object>of("label", field.label(), "text", field.text()))
                .toList();
        sections.add(Map.of("label", section.label(), "fields", fields));
      }
      rows.add(Map.of("label", part.label(), "sections", sections));
    }
    return rows;
  }

  private Map<String, Object> event(ConsentView.Event event) {
    Map<String, Object> row = new HashMap<>();
    row.put("date", event.on().toString());
    row.put("on", day(event.on()));
    row.put("what", say("consent.event." + event.kind()));
    row.put("items", items(event));
    row.put("note", event.note());
    List<String> facts = new ArrayList<>();
    event.facts().entrySet().stream()
        .filter(fact -> !fact.getValue().isEmpty() && !fact.getKey().equals("rule"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(fact -> facts.add(fact(fact.getKey(), fact.getValue())));
    row.put("facts", String.join("　", facts));
    row.put("by", event.byTitle() + "　" + event.byName());
    row.put("at", day(event.at().atZone(TOKYO).toLocalDate()));
    return row;
  }

  private String items(ConsentView.Event event) {
    return switch (event.kind()) {
      case "explained" -> join(event.items(), "consent.explain.");
      case "talk" -> join(event.items(), "consent.talk.");
      default -> labels(event.items());
    };
  }

  private String join(List<String> items, String prefix) {
    return String.join("、", items.stream().map(item -> say(prefix + item)).toList());
  }

  private String fact(String key, String value) {
    String shown =
        switch (key) {
          case "relation", "how", "obstacle" -> say("consent." + key + "." + value);
          case "until", "boardOn" -> day(LocalDate.parse(value));
          default -> value;
        };
    return say("consent.fact." + key, shown);
  }

  private Map<String, Object> basis(LegalBasis basis) {
    return Map.of(
        "id", basis.id(),
        "article", basis.law() + "　" + basis.article(),
        "words", basis.words(),
        "board", basis.board());
  }

  private Map<String, Object> line(DisclosureView line) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", line.id());
    row.put("date", line.handedOn().toString());
    row.put("on", day(line.handedOn()));
    row.put("recipient", line.recipient().name());
    row.put("scope", labels(line.scope()));
    row.put("ground", say("consent.ground." + line.ground()) + " " + line.rule());
    row.put("manner", say("consent.manner." + line.manner()));
    row.put("by", line.byTitle() + "　" + line.byName());
    row.put("closed", line.closed().map(finding -> finding.message()).orElse(""));
    row.put("version", line.receipt().version());
    row.put("receivedOn", line.receipt().receivedOn().map(LocalDate::toString).orElse(""));
    row.put("receivedBy", line.receipt().receivedBy());
    row.put("meetingOn", line.receipt().meetingOn().map(LocalDate::toString).orElse(""));
    row.put("noMeetingReason", line.receipt().noMeetingReason());
    row.put("asksMeeting", line.asksMeeting());
    return row;
  }

  private String labels(List<String> scope) {
    return scope(messages, locale, ItemGroup.list(scope), partLabels);
  }

  private Map<String, Object> group(String text) {
    return group(ItemGroup.find(text).orElseThrow());
  }

  private Map<String, Object> group(ItemGroup group) {
    return Map.of("text", group.text(), "label", label(messages, locale, group, partLabels));
  }

  static String scope(
      Messages messages, Locale locale, List<ItemGroup> scope, Map<String, String> labels) {
    return String.join(
        "、", scope.stream().map(group -> label(messages, locale, group, labels)).toList());
  }

  private static String label(
      Messages messages, Locale locale, ItemGroup group, Map<String, String> labels) {
    int dash = group.part().indexOf('-');
    String kind = dash < 0 ? group.part() : group.part().substring(0, dash);
    String rest = dash < 0 ? "" : group.part().substring(dash + 1);
    String part =
        labels.getOrDefault(group.part(), messages.text(locale, "consent.part." + kind, rest));
    return part + messages.text(locale, "consent.class." + group.sectionClass());
  }

  private String day(LocalDate date) {
    return JapaneseDates.full(date, locale);
  }

  private String say(String key, Object... arguments) {
    return messages.text(locale, key, arguments);
  }
}
