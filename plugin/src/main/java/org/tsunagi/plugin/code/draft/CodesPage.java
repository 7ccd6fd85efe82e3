// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.CodeService;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.domain.RemarkSetting;
import org.tsunagi.plugin.crediting.rules.ConditionListService;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/** The page on which attendance codes are looked at and changed. */
@Component(service = SchoolPage.class)
public final class CodesPage implements SchoolPage {
  private static final List<String> CIRCLED = List.of("", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧");

  private final Gate gate;
  private final Pages pages;
  private final CodeService codes;
  private final ConditionListService conditions;
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes the page. */
  @Activate
  public CodesPage(
      @Reference Gate gate,
      @Reference Pages pages,
      @Reference CodeService codes,
      @Reference ConditionListService conditions,
      @Reference StudentDirectory directory,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.pages = pages;
    this.codes = codes;
    this.conditions = conditions;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "codes";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Attendance codes" : "出欠の記号";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public boolean visible(Actor actor) {
    return gate.permits(actor, Privilege.CODE_READ, new Target.Installation());
  }

  @Override
  public String render(PageRequest request) {
    if (!visible(request.actor())) {
      throw new PageNotFound();
    }
    CodesInForce inForce = codes.inForce(request.actor());
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("today", clock.today().toString());
    model.put(
        "editable", gate.permits(request.actor(), Privilege.CODE_WRITE, new Target.Installation()));
    List<Map<String, Object>> rows = new ArrayList<>();
    inForce.catalogue().list().forEach(code -> rows.add(row(inForce, code)));
    model.put("codes", rows);
    model.put("roles", List.of(HostRole.values()).stream().map(HostRole::code).toList());
    model.put("remarks", inForce.remarks().stream().map(CodesPage::remark).toList());
    model.put("lists", conditions.list(request.actor()));
    model.put(
        "schools",
        directory.listSchools().stream()
            .map(school -> Map.of("id", school.id().value(), "name", school.name()))
            .toList());
    return pages.render("code/page.ftlh", request.locale(), model);
  }

  /** Shows a code as it is today; one that begins later as it will be. */
  private Map<String, Object> row(CodesInForce inForce, AttendanceCode newest) {
    LocalDate today = clock.today();
    AttendanceCode code = inForce.catalogue().get(newest.id(), today);
    List<CodeVersion> versions = inForce.versions(code.id());
    Map<String, Object> row = new HashMap<>();
    row.put("id", code.id());
    row.put("glyph", code.glyph());
    row.put("family", code.family().code());
    row.put("label", code.label());
    row.put("effect", code.effect().code());
    row.put("row", CIRCLED.get(code.sheetRow()));
    row.put("remark", code.remarkTemplate());
    row.put("decision", code.decisionNeeded().code());
    row.put("roles", code.roles());
    row.put("first", code.firstSchoolYear());
    row.put(
        "last",
        code.lastSchoolYear().isPresent() ? String.valueOf(code.lastSchoolYear().getAsInt()) : "");
    row.put("basis", code.basis());
    row.put("origin", inForce.origin(code.id()));
    row.put("retired", inForce.catalogue().findOffered(code.id(), today).isEmpty());
    row.put("restricted", code.restricted());
    putDays(row, versions, today);
    return row;
  }

  /** Puts since when a code is as it is, and from when it will be otherwise. */
  private static void putDays(
      Map<String, Object> row, List<CodeVersion> versions, LocalDate today) {
    row.put(
        "since",
        versions.stream()
            .map(CodeVersion::first)
            .filter(first -> !first.isAfter(today))
            .max(LocalDate::compareTo)
            .map(LocalDate::toString)
            .orElse(""));
    row.put(
        "later",
        versions.stream()
            .map(CodeVersion::first)
            .filter(first -> first.isAfter(today))
            .min(LocalDate::compareTo)
            .map(LocalDate::toString)
            .orElse(""));
  }

  private static Map<String, Object> remark(RemarkSetting one) {
    return Map.of(
        "scope", one.scope().kind().code(),
        "scopeId", one.scope().id(),
        "code", one.codeId(),
        "firstOn", one.first().toString(),
        "template", one.template().orElse(""),
        "note", one.note(),
        "by", one.byName());
  }
}
