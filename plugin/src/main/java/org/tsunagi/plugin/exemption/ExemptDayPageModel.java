// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.exemption.domain.Disease;
import org.tsunagi.plugin.exemption.domain.ExemptPeriod;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.shared.JapaneseDates;

/** What the template of exempt days is given. */
record ExemptDayPageModel(
    PageRequest request,
    List<School> schools,
    School school,
    int year,
    List<Homeroom> rooms,
    ExemptDayService.ExemptDays days,
    List<Student> people,
    boolean decides,
    boolean writes,
    boolean sets,
    LocalDate today) {

  /** Returns the model. */
  Map<String, Object> toMap() {
    Map<String, Student> byId =
        people.stream().collect(Collectors.toMap(one -> one.id().value(), one -> one));
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("school", school.name());
    model.put("yearName", JapaneseDates.schoolYear(year, request.locale()));
    model.put("schools", schools.stream().map(this::option).toList());
    model.put("asked", days.asked());
    model.put("limits", days.limits());
    List<ExemptPeriod> words =
        days.periods().stream().filter(one -> one.state() != ExemptPeriod.State.NONE).toList();
    model.put("wordRows", words.stream().map(one -> period(one, byId)).toList());
    model.put("periods", days.periods().stream().map(one -> period(one, byId)).toList());
    model.put("mournings", days.mournings().stream().map(one -> mourning(one, byId)).toList());
    model.put("rooms", rooms.stream().map(ExemptDayPageModel::room).toList());
    model.put("diseases", Arrays.stream(Disease.values()).map(this::disease).toList());
    model.put("asks", asks());
    model.put("decides", decides);
    model.put("writes", writes);
    model.put("sets", sets);
    model.put("today", today.toString());
    model.put(
        "data",
        Map.of("school", school.id().value(), "self", href(school), "year", String.valueOf(year)));
    return model;
  }

  private String href(School to) {
    String id = URLEncoder.encode(to.id().value(), StandardCharsets.UTF_8);
    return request.base().self() + "?school=" + id + "&year=" + year;
  }

  private Map<String, Object> option(School one) {
    return Map.of("name", one.name(), "href", href(one), "current", one.id().equals(school.id()));
  }

  private Map<String, Object> period(ExemptPeriod one, Map<String, Student> byId) {
    Map<String, Object> model = new HashMap<>();
    model.put("student", one.student().value());
    model.put("name", name(one.student().value(), byId));
    model.put(
        "room",
        rooms.stream()
            .filter(room -> one.homeroom().map(room.id()::equals).orElse(false))
            .map(Homeroom::name)
            .findFirst()
            .orElse(""));
    model.put("code", one.code().id());
    model.put("label", one.code().label());
    model.put("glyph", one.code().glyph());
    model.put("family", one.code().family().code());
    model.put("detail", one.detail());
    model.put("order", one.code().decisionNeeded() == DecisionNeed.ORDER);
    model.put("basis", one.code().basis());
    LocalDate first = one.days().get(0);
    LocalDate last = one.days().get(one.days().size() - 1);
    model.put("firstOn", first.toString());
    model.put("lastOn", last.toString());
    model.put("when", first.equals(last) ? day(first) : day(first) + "〜" + day(last));
    model.put("days", one.days().size());
    model.put("state", one.state().name());
    model.put("acceptance", one.acceptance());
    return model;
  }

  private Map<String, Object> mourning(
      ExemptDayService.LongMourning one, Map<String, Student> byId) {
    return Map.of(
        "name", name(one.studentId(), byId),
        "student", one.studentId(),
        "when", day(one.firstOn()) + "〜" + day(one.lastOn()),
        "text", one.message());
  }

  private static String name(String id, Map<String, Student> byId) {
    Student person = byId.get(id);
    return person == null ? id : person.name();
  }

  private String day(LocalDate date) {
    return JapaneseDates.dayAndWeekday(date, request.locale());
  }

  private static Map<String, Object> room(Homeroom room) {
    return Map.of("id", room.id().value(), "name", room.name());
  }

  private Map<String, Object> disease(Disease one) {
    return Map.of(
        "id",
        one.name(),
        "name",
        one.label(),
        "asks",
        one.asks().stream().map(Disease.Ask::code).collect(Collectors.joining(" ")));
  }

  private static List<Map<String, Object>> asks() {
    List<Map<String, Object>> asks = new ArrayList<>();
    for (Disease.Ask ask : Disease.Ask.values()) {
      asks.add(Map.of("code", ask.code(), "label", ask.label()));
    }
    return asks;
  }
}
