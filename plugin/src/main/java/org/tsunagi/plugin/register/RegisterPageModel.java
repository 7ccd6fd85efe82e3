// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * What the register's template is given: the view as its JSON says it, and the words for its days.
 *
 * @param view the month
 * @param request the request
 * @param rooms the homerooms that may be chosen
 * @param editable whether the actor may write
 */
record RegisterPageModel(
    RegisterView view, PageRequest request, List<Homeroom> rooms, boolean editable) {

  /** Returns the model of a page without a homeroom. */
  static Map<String, Object> empty(PageRequest request) {
    Map<String, Object> model = ground(request);
    model.put("title", request.locale().getLanguage().equals("en") ? "Register" : "出席簿");
    model.put("homerooms", List.of());
    model.put("months", List.of());
    model.put("editable", false);
    model.put("data", Map.of());
    return model;
  }

  /** Returns the model. */
  Map<String, Object> toMap() {
    Map<String, Object> model = ground(request);
    model.put("reg", Json.MAPPER.convertValue(view, new TypeReference<Map<String, Object>>() {}));
    model.put("title", title());
    model.put("homerooms", rooms.stream().map(this::room).toList());
    model.put(
        "months",
        new SchoolYear(view.homeroom().schoolYear()).months().stream().map(this::month).toList());
    model.put("days", view.days().stream().map(this::day).toList());
    model.put("codes", view.codes().stream().map(RegisterPageModel::code).toList());
    model.put("hasSchoolDay", view.days().stream().anyMatch(RegisterPageModel::isSchoolDay));
    model.put("startOn", startOn().toString());
    model.put("editable", editable);
    model.put("data", data());
    putToday(model);
    return model;
  }

  private static Map<String, Object> ground(PageRequest request) {
    Map<String, Object> model = new HashMap<>();
    model.put("base", base(request.base()));
    model.put("version", AssetFiles.get().version());
    return model;
  }

  private static Map<String, Object> base(PageRequest.Base base) {
    return Map.of(
        "self", base.self(),
        "pages", base.pages(),
        "students", base.students(),
        "api", base.api(),
        "assets", base.assets(),
        "csrfToken", base.csrfToken());
  }

  private String title() {
    Locale locale = request.locale();
    String month = JapaneseDates.month(view.month(), locale);
    return locale.getLanguage().equals("en")
        ? "Register of " + view.homeroom().name() + ", " + month
        : view.homeroom().name() + "の出席簿　" + month;
  }

  private Map<String, Object> data() {
    return Map.of(
        "homeroom", view.homeroom().id(),
        "month", view.month().toString(),
        "today", view.today().toString(),
        "editable", String.valueOf(editable),
        "can-unlock", String.valueOf(view.canUnlock()));
  }

  private Map<String, Object> room(Homeroom room) {
    return Map.of(
        "name", room.name(),
        "current", room.id().value().equals(view.homeroom().id()),
        "href", href(room.id().value(), view.month()));
  }

  private Map<String, Object> month(YearMonth month) {
    return Map.of(
        "label", JapaneseDates.monthName(month.getMonthValue(), request.locale()),
        "current", month.equals(view.month()),
        "href", href(view.homeroom().id(), month));
  }

  private String href(String room, YearMonth month) {
    String id = URLEncoder.encode(room, StandardCharsets.UTF_8);
    return request.base().self() + "?homeroom=" + id + "&month=" + month;
  }

  private Map<String, Object> day(RegisterView.Day day) {
    LocalDate date = day.date();
    Map<String, Object> model = new HashMap<>();
    model.put("date", date.toString());
    model.put("number", Integer.parseInt(date.format(DateTimeFormatter.BASIC_ISO_DATE)));
    model.put("kind", day.kind());
    model.put("title", day.title());
    model.put("taken", day.taken());
    model.put("locked", day.locked());
    model.put("day", date.getDayOfMonth());
    model.put("weekday", JapaneseDates.weekday(date, request.locale()));
    model.put("long", JapaneseDates.dayAndWeekday(date, request.locale()));
    model.put("today", date.equals(view.today()));
    model.put("past", !date.isAfter(view.today()));
    model.put("absent", countAbsent(date));
    return model;
  }

  private long countAbsent(LocalDate date) {
    return view.students().stream()
        .map(student -> student.marks().get(date))
        .filter(mark -> mark != null && mark.family().equals("abs"))
        .count();
  }

  private static Map<String, Object> code(RegisterView.Code code) {
    boolean digit = code.key().matches("[1-8]");
    boolean space = code.key().isBlank() && !code.key().isEmpty();
    return Map.of(
        "id", code.id(),
        "label", code.label(),
        "glyph", code.glyph(),
        "family", code.family(),
        "key", space ? "Space" : code.key(),
        "keyName", space ? "Space" : code.key(),
        "credited", digit);
  }

  private static boolean isSchoolDay(RegisterView.Day day) {
    return day.kind().equals("school");
  }

  /** Returns where the keyboard starts: today, else the last school day before, else the first. */
  private LocalDate startOn() {
    List<LocalDate> days =
        view.days().stream()
            .filter(RegisterPageModel::isSchoolDay)
            .map(RegisterView.Day::date)
            .toList();
    return days.stream()
        .filter(date -> !date.isAfter(view.today()))
        .reduce((earlier, later) -> later)
        .orElse(days.isEmpty() ? view.month().atDay(1) : days.get(0));
  }

  private void putToday(Map<String, Object> model) {
    view.days().stream()
        .filter(day -> day.date().equals(view.today()) && isSchoolDay(day))
        .findFirst()
        .ifPresent(
            day -> {
              model.put("todayLong", JapaneseDates.dayAndWeekday(day.date(), request.locale()));
              model.put("todayTaken", day.taken());
              model.put("todayBlanks", countBlanks(day.date()));
            });
  }

  private long countBlanks(LocalDate date) {
    return view.students().stream()
        .filter(student -> !date.isBefore(student.firstOn()))
        .filter(student -> student.lastOn().map(last -> !date.isAfter(last)).orElse(true))
        .filter(student -> !student.marks().containsKey(date))
        .count();
  }
}
