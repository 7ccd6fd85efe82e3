// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.IctRuleView;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.Finding;

/**
 * What the template is given of one application.
 *
 * @param texts the words
 * @param view the application
 * @param base the links
 * @param today today
 * @param principal the name of the school's principal; the actor's own where the actor decides
 */
record ApplicationModel(
    Texts texts, ApplicationView view, PageRequest.Base base, LocalDate today, String principal) {
  private static final String VISITS = "B2-3";

  Map<String, Object> toMap() {
    ApplicationView.Row row = view.row();
    Map<String, Object> app = new HashMap<>();
    app.put("name", Texts.kind(row));
    app.put("place", texts.place(row));
    app.put("stateLabel", texts.state(row, today));
    app.put("chip", Texts.chip(row));
    app.put("period", texts.period(row.firstOn(), row.lastOn()));
    app.put("firstOn", row.firstOn().toString());
    app.put("lastOn", row.lastOn().toString());
    app.put("provider", row.provider());
    app.put("guide", view.guide());
    app.put("activity", view.activity());
    app.put("plan", view.plan());
    app.put("nextStep", view.nextStep());
    app.put("ict", ict());
    app.put("rule", view.rule().map(this::rule).orElse(""));
    app.put("applied", applied());
    app.put("letterHref", view.decisions().isEmpty() ? "" : letter(0));
    app.put("steps", new StepRow(texts, view, today).steps());
    app.put("notices", view.notices().stream().map(Finding::message).toList());
    app.put("mayWrite", view.mayWrite());
    app.put("mayDecide", view.mayDecide());
    app.put("principal", principal.isEmpty() ? texts.say("crediting.principal") : principal);
    app.put("sealName", family(principal));
    app.put("draft", draft());
    putConditions(app);
    app.put("months", months());
    app.put("talk", talked());
    app.putAll(new BesideModel(texts, view, this::letter).toMap());
    view.decisions().stream().findFirst().ifPresent(one -> app.put("newest", newest(one)));
    return app;
  }

  /** Returns what the script needs: ids, versions, and what a change must say again. */
  Map<String, Object> data() {
    ApplicationView.Row row = view.row();
    Map<String, Object> fixed = new TreeMap<>();
    fixed.put("kind", row.kind());
    fixed.put("facilityId", row.facilityId());
    view.list().ifPresent(list -> fixed.put("list", list.id()));
    return Map.of(
        "application", row.id(),
        "version", String.valueOf(row.version()),
        "decision", String.valueOf(row.decision()),
        "facility", row.facilityId(),
        "fixed", Json.MAPPER.valueToTree(fixed).toString());
  }

  private boolean ict() {
    return view.row().kind().equals("8");
  }

  private String rule(IctRuleView rule) {
    return RuleWords.says(texts, rule) + "（" + rule.name() + "）";
  }

  private String applied() {
    return view.imported()
        ? texts.say("crediting.imported")
        : texts.say(
            "crediting.applied", view.appliedByName(), Texts.day(Texts.date(view.appliedAt())));
  }

  /** Returns the address of the letter about a decision; 0 is the newest. */
  private String letter(int decision) {
    String id = URLEncoder.encode(view.row().id(), StandardCharsets.UTF_8);
    String which = decision == 0 ? "" : "?decision=" + decision;
    return base.api() + "/creditings/" + id + "/letter" + which;
  }

  private static String family(String name) {
    String[] parts = name.split("[ 　]", 2);
    return parts[0];
  }

  private String draft() {
    return texts.say(
        "crediting.draft", view.list().map(ApplicationView.ListHead::title).orElse(""));
  }

  private void putConditions(Map<String, Object> app) {
    List<ApplicationView.ConditionState> needed =
        view.conditions().stream().filter(one -> one.required() && !one.forAssessment()).toList();
    app.put("listTitle", view.list().map(ApplicationView.ListHead::title).orElse(""));
    app.put("listBasis", view.list().map(ApplicationView.ListHead::basis).orElse(""));
    app.put("required", needed.size());
    app.put("requiredMet", needed.stream().filter(one -> one.state().equals("met")).count());
    app.put("conditions", view.conditions().stream().map(this::condition).toList());
  }

  private Map<String, Object> condition(ApplicationView.ConditionState one) {
    boolean optional = !one.required() || one.forAssessment();
    Map<String, Object> model = new HashMap<>();
    model.put("id", one.id());
    model.put("number", one.number());
    model.put("text", one.text());
    model.put("optional", optional);
    model.put("open", !optional && !one.state().equals("met"));
    model.put("hint", one.hint());
    model.put("state", one.state());
    model.put("note", one.note());
    model.put("evidence", one.evidence());
    model.put("entry", one.entry());
    boolean visits = one.id().equals(VISITS);
    model.put("visits", visits);
    model.put("months", visits ? visited() : "");
    String who = one.byName();
    String on = one.on().map(Texts::day).orElse("");
    model.put("chip", one.state().equals("met") ? "ok" : optional ? "" : "wait");
    model.put("chipLabel", texts.say("crediting.chip." + one.state(), who, on));
    return model;
  }

  private String visited() {
    return view.visitMonths().isEmpty()
        ? ""
        : texts.say("crediting.visitsBy")
            + "："
            + view.visitMonths().stream()
                .map(
                    one ->
                        texts.say(
                            "crediting.visitsOf",
                            texts.month(YearMonth.parse(one.month()).getMonthValue()),
                            one.visits()))
                .collect(Collectors.joining(texts.english() ? ", " : "、"));
  }

  /** Lists the months of the period; ready are those that may be credited as things stand. */
  private List<Map<String, Object>> months() {
    boolean whole =
        !ict()
            || view.conditions().stream()
                .anyMatch(one -> one.id().equals(VISITS) && one.state().equals("met"));
    List<Map<String, Object>> months = new ArrayList<>();
    LocalDate last = view.row().lastOn();
    for (YearMonth month = YearMonth.from(view.row().firstOn());
        !month.isAfter(YearMonth.from(last));
        month = month.plusMonths(1)) {
      int visits = visits(month);
      LocalDate first = later(month.atDay(1), view.row().firstOn());
      LocalDate end = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
      months.add(
          Map.of(
              "value", month.toString(),
              "label", texts.month(month.getMonthValue()),
              "first", first.toString(),
              "last", end.toString(),
              "ready", whole || visits > 0,
              "visits", ict() ? texts.say("crediting.visitCount", visits) : ""));
    }
    return months;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private int visits(YearMonth month) {
    return view.visitMonths().stream()
        .filter(one -> one.month().equals(month.toString()))
        .mapToInt(ApplicationView.VisitMonth::visits)
        .sum();
  }

  private String talked() {
    return view.consultations().stream()
        .findFirst()
        .map(one -> (Texts.day(one.heldOn()) + " " + one.partner() + " " + one.manner()).strip())
        .orElse("");
  }

  private Map<String, Object> newest(ApplicationView.Decided one) {
    return Map.of(
        "label", texts.say("crediting.state." + one.outcome()),
        "ranges", BesideModel.ranges(texts, one),
        "reason", one.reason(),
        "nextStep", one.nextStep(),
        "seal", family(one.byName()),
        "who", BesideModel.who(texts, one));
  }
}
