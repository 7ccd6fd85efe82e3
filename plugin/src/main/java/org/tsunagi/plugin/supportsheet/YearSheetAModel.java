// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.Reflected;

/**
 * What the template of 学年別Aシート is given.
 *
 * @param student the student
 * @param stays all stays of the student
 * @param sheet what was written and reflected
 * @param figures what was counted
 * @param today today
 * @param request the request
 */
record YearSheetAModel(
    StudentId student,
    List<Enrolment> stays,
    YearSheetView sheet,
    YearView figures,
    LocalDate today,
    PageRequest request) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  Map<String, Object> toMap() {
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("version", AssetFiles.get().version());
    model.put("studentId", student.value());
    model.put("schoolYear", sheet.schoolYear());
    model.put("sheetVersion", sheet.version());
    model.put("editable", sheet.canWrite());
    model.put("years", years());
    model.put("head", head());
    model.put("organizations", new OrganizationRows(sheet).list());
    model.put("content", content());
    new MonthRows(figures, sheet.content(), today, request.locale()).putInto(model);
    model.put(
        "walk", new WalkPicture(sheet.schoolYear(), figures, today, request.locale()).toMap());
    return model;
  }

  private List<Map<String, Object>> years() {
    return stays.stream()
        .filter(stay -> stay.schoolYear() <= SchoolYear.of(today).year())
        .sorted(Comparator.comparing(Enrolment::first))
        .collect(
            java.util.stream.Collectors.toMap(
                Enrolment::schoolYear, stay -> stay, (a, b) -> b, java.util.LinkedHashMap::new))
        .values()
        .stream()
        .map(this::year)
        .toList();
  }

  private Map<String, Object> year(Enrolment stay) {
    String name = JapaneseDates.schoolYear(stay.schoolYear(), request.locale());
    boolean english = request.locale().getLanguage().equals("en");
    return Map.of(
        "label", stay.grade().label() + (english ? " (" + name + ")" : "（" + name + "）"),
        "current", stay.schoolYear() == sheet.schoolYear(),
        "href", request.base().self() + "?year=" + stay.schoolYear());
  }

  private Map<String, Object> head() {
    Reflected cells = sheet.reflected();
    Map<String, Object> head = new HashMap<>();
    head.put("homeroomTeacher", cells.homeroomTeacher().value());
    head.put("homeroomTeacherKana", cells.homeroomTeacherKana().value());
    head.put("administrator", cells.administrator().value());
    head.put("createdOn", sheet.createdAt().map(this::date).orElse(""));
    head.put("createdBy", sheet.createdBy());
    head.put("appended", appended());
    head.put("name", cells.studentName().value());
    head.put("kana", cells.studentKana().value());
    head.put("sex", cells.sex().value());
    head.put("school", cells.schoolName().value());
    head.put("grade", cells.grade().value());
    head.put("homeroom", cells.homeroom().value());
    return head;
  }

  /** Lists every addition after the first version, newest last; several of a day come once. */
  private List<String> appended() {
    return sheet.history().stream()
        .filter(save -> save.version() > 1)
        .map(save -> date(save.savedAt()) + "（" + save.savedBy() + "）")
        .distinct()
        .toList();
  }

  private String date(Instant at) {
    return JapaneseDates.full(at.atZone(TOKYO).toLocalDate(), request.locale());
  }

  private Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    content.put("absenceReasons", text(sheet.content().absenceReasons()));
    content.put("handoverNotes", text(sheet.content().handoverNotes()));
    return content;
  }

  static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  static String monthLabel(YearMonth month, Locale locale) {
    return locale.getLanguage().equals("en")
        ? JapaneseDates.monthName(month.getMonthValue(), locale)
        : String.valueOf(month.getMonthValue());
  }
}
