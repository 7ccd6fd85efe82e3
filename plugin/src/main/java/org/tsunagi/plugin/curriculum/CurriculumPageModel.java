// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.curriculum.domain.CompletenessRule;
import org.tsunagi.plugin.curriculum.domain.HourText;
import org.tsunagi.plugin.curriculum.domain.PlanFigures;
import org.tsunagi.plugin.curriculum.domain.PlanRow;
import org.tsunagi.plugin.curriculum.domain.PlanSubject;
import org.tsunagi.plugin.curriculum.domain.PlanVersion;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * What the template of the page is given.
 *
 * @param request the request
 * @param school the school
 * @param lines its plans
 * @param shown the plan shown; empty where there is none
 * @param mayWrite whether the reader may write plans
 * @param mayApprove whether the reader may note approvals
 * @param today today
 */
record CurriculumPageModel(
    PageRequest request,
    SchoolId school,
    List<PlanView.Line> lines,
    Optional<PlanView> shown,
    boolean mayWrite,
    boolean mayApprove,
    LocalDate today) {
  /** The width of the picture of a bar, in units of the drawing. */
  private static final int WIDTH = 300;

  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨";

  Map<String, Object> toMap() {
    Map<String, Object> model = new HashMap<>();
    model.put("base", base());
    model.put("version", AssetFiles.get().version());
    model.put("plans", lines.stream().map(this::line).toList());
    model.put("mayWrite", mayWrite);
    model.put("mayApprove", mayApprove);
    model.put("today", today.toString());
    model.put("path", "/schools/" + encoded(school.value()) + "/curriculum-plans");
    model.put("self", request.base().self() + "?school=" + encoded(school.value()));
    model.put(
        "targets",
        Arrays.stream(StoredPlan.Target.values())
            .map(one -> Map.of("code", one.code(), "name", one.title()))
            .toList());
    shown.ifPresent(view -> model.put("plan", plan(view)));
    return model;
  }

  private Map<String, Object> base() {
    PageRequest.Base base = request.base();
    return Map.of(
        "self", base.self(),
        "pages", base.pages(),
        "students", base.students(),
        "api", base.api(),
        "assets", base.assets(),
        "csrfToken", base.csrfToken());
  }

  private Map<String, Object> line(PlanView.Line one) {
    return Map.of(
        "id", one.id(),
        "name", one.name(),
        "href", href(one.id()),
        "current", shown.map(view -> view.id().equals(one.id())).orElse(false));
  }

  private String href(String plan) {
    return request.base().self() + "?school=" + encoded(school.value()) + "&plan=" + encoded(plan);
  }

  private Map<String, Object> plan(PlanView view) {
    PlanFigures figures = view.verdict().figures();
    PlanVersion version = view.version();
    Map<String, Object> model = new HashMap<>();
    model.put("id", view.id());
    model.put("name", view.stored().name());
    model.put("frame", PlanTitle.frame(view.plan()));
    model.put("unit", PlanTitle.unit(view.plan()));
    model.put("number", version.number());
    model.put("revision", version.revision());
    model.put("state", version.state().code());
    model.put("open", version.open());
    model.put("inForce", view.inForce().map(one -> one == version.number()).orElse(false));
    version
        .approval()
        .ifPresent(
            one -> {
              model.put("approvedOn", day(one.approvedOn()));
              model.put("effectiveOn", day(one.effectiveOn()));
              model.put("reference", one.reference());
            });
    model.put("versions", view.stored().versions().stream().map(one -> other(view, one)).toList());
    model.put("newest", view.stored().newest().number() == version.number());
    BigDecimal longest = longest(figures);
    model.put("rows", figures.rows().stream().map(row -> row(row, longest)).toList());
    model.put("total", text(figures.total()));
    model.put("standard", text(figures.standardTotal()));
    model.put("difference", figures.difference().map(HourText::signed).orElse("–"));
    figures(model, view);
    return model;
  }

  private void figures(Map<String, Object> model, PlanView view) {
    PlanFigures figures = view.verdict().figures();
    model.put("percent", figures.differencePercent().map(HourText::signed).orElse(""));
    model.put("minutesPercent", figures.minutesPercent().map(HourText::signed).orElse(""));
    model.put("category", view.verdict().category().name());
    model.put(
        "patterns",
        view.verdict().patterns().stream()
            .map(one -> Map.of("sign", sign(one.code()), "name", one.name()))
            .toList());
    model.put(
        "findings", view.verdict().findings().stream().map(CurriculumPageModel::finding).toList());
    model.put("missing", view.missing().stream().map(Finding::message).toList());
    model.put("openViewpoints", CompletenessRule.open(view.plan(), view.verdict()).size());
    model.put(
        "viewpoints",
        view.verdict().viewpoints().stream()
            .map(
                one ->
                    Map.of(
                        "code", one.name(),
                        "name", one.title(),
                        "text", view.plan().viewpoints().getOrDefault(one, "")))
            .toList());
    model.put("circumstances", view.plan().aim().circumstances());
    model.put("targetA", view.plan().aim().targets().contains("A"));
    model.put("targetB", view.plan().aim().targets().contains("B"));
    model.put("targetBReason", view.plan().aim().reasonForB());
    model.put(
        "unitMinutes",
        view.plan().units().minutes().isPresent()
            ? String.valueOf(view.plan().units().minutes().getAsInt())
            : "");
    model.put("basis", view.plan().units().basis().name());
    model.put("weeks", view.plan().week().weeks());
    model.put("weeklyUnits", view.plan().week().units().map(HourText::plain).orElse(""));
    model.put("declaredTotal", view.plan().declared().total().map(HourText::plain).orElse(""));
  }

  private Map<String, Object> other(PlanView view, PlanVersion one) {
    return Map.of(
        "number",
        one.number(),
        "state",
        one.state().code(),
        "href",
        href(view.id()) + "&version=" + one.number(),
        "current",
        one.number() == view.version().number());
  }

  private static Map<String, Object> row(PlanRow row, BigDecimal longest) {
    PlanSubject subject = row.subject();
    Map<String, Object> model = new HashMap<>();
    model.put("name", subject.name());
    model.put("isNew", row.isNew());
    model.put("insideOf", subject.insideOf());
    model.put("atZero", row.atZero());
    model.put("hours", subject.hours().map(HourText::plain).orElse(""));
    boolean compared = row.standard().map(one -> one.signum() > 0).orElse(false);
    model.put("standard", compared ? text(row.standard()) : "–");
    model.put("difference", row.difference().map(HourText::signed).orElse("–"));
    model.put("place", subject.contentPlace());
    model.put("aims", subject.aims());
    model.put("barWidth", width(subject.hours(), longest));
    model.put("standardWidth", width(row.standard(), longest));
    return model;
  }

  private static Map<String, Object> finding(Finding one) {
    return Map.of("kind", one.severity().name(), "text", one.message());
  }

  private static BigDecimal longest(PlanFigures figures) {
    return figures.rows().stream()
        .flatMap(row -> Stream.concat(row.subject().hours().stream(), row.standard().stream()))
        .max(BigDecimal::compareTo)
        .filter(one -> one.signum() > 0)
        .orElse(BigDecimal.ONE);
  }

  private static String width(Optional<BigDecimal> hours, BigDecimal longest) {
    return hours
        .orElse(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(WIDTH - 4))
        .divide(longest, 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String sign(String code) {
    return code.matches("[1-9]") ? String.valueOf(CIRCLED.charAt(Integer.parseInt(code) - 1)) : "他";
  }

  private String day(LocalDate date) {
    return JapaneseDates.full(date, request.locale());
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(HourText::plain).orElse("–");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
