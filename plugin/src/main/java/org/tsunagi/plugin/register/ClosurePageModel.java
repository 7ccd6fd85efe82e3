// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.shared.JapaneseDates;

/** What the template of closures is given. */
record ClosurePageModel(
    PageRequest request,
    List<School> schools,
    School school,
    int year,
    List<ClosureView> closures,
    List<String> unreported,
    List<ClosureChangeView> changes,
    List<GroupView> members,
    List<Student> people,
    List<Homeroom> homerooms,
    boolean editable,
    boolean settable,
    boolean specialNeedsCounted,
    LocalDate today) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final int MOST_CHANGES = 20;

  /** Returns the model. */
  Map<String, Object> toMap() {
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("school", school.name());
    model.put("schoolId", school.id().value());
    model.put("year", year);
    model.put("yearName", JapaneseDates.schoolYear(year, request.locale()));
    model.put("before", href(school, year - 1));
    model.put("after", href(school, year + 1));
    model.put("schools", schools.stream().map(this::option).toList());
    model.put("months", months());
    model.put("owed", closures.stream().filter(this::owes).map(this::closure).toList());
    model.put("changes", changes.stream().limit(MOST_CHANGES).map(this::change).toList());
    model.put("changed", changed().map(this::change).map(List::of).orElse(List.of()));
    model.put("groups", groups());
    model.put("homerooms", homerooms.stream().map(ClosurePageModel::room).toList());
    model.put("grades", grades());
    model.put("special", homerooms.stream().anyMatch(Homeroom::specialNeeds));
    model.put("editable", editable);
    model.put("settable", settable);
    model.put("specialNeedsCounted", specialNeedsCounted);
    model.put("today", today.toString());
    model.put("data", Map.of("school", school.id().value(), "self", href(school, year)));
    return model;
  }

  private Optional<ClosureChangeView> changed() {
    return request
        .parameter("changed")
        .flatMap(id -> changes.stream().filter(change -> change.closure().equals(id)).findFirst());
  }

  private String href(School to, int ofYear) {
    String id = URLEncoder.encode(to.id().value(), StandardCharsets.UTF_8);
    return request.base().self() + "?school=" + id + "&year=" + ofYear;
  }

  private Map<String, Object> option(School one) {
    return Map.of(
        "name", one.name(), "href", href(one, year), "current", one.id().equals(school.id()));
  }

  private boolean owes(ClosureView one) {
    return unreported.contains(one.id());
  }

  private List<Map<String, Object>> months() {
    Map<YearMonth, List<ClosureView>> byMonth =
        closures.stream()
            .sorted(
                Comparator.comparing(ClosureView::firstOn).thenComparing(ClosureView::recordedAt))
            .collect(
                Collectors.groupingBy(
                    one -> YearMonth.from(one.firstOn()), LinkedHashMap::new, Collectors.toList()));
    List<Map<String, Object>> months = new ArrayList<>();
    byMonth.forEach(
        (month, list) ->
            months.add(
                Map.of(
                    "label", JapaneseDates.monthName(month.getMonthValue(), request.locale()),
                    "closures", list.stream().map(this::closure).toList())));
    return months;
  }

  private Map<String, Object> closure(ClosureView one) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", one.id());
    model.put("when", when(one));
    model.put("scope", one.scope());
    model.put("target", one.target());
    model.put("what", what(one));
    model.put("basis", one.basis());
    model.put("reason", one.reason());
    model.put("online", one.onlineLessons());
    model.put("authority", one.authority());
    model.put("reportedTo", one.reportedTo());
    model.put("reportedOn", one.reportedOn().map(LocalDate::toString).orElse(""));
    model.put("reported", one.reportedOn().map(this::day).orElse(""));
    model.put("firstOn", one.firstOn().toString());
    model.put("lastOn", one.lastOn().toString());
    model.put("owes", owes(one));
    model.put("voided", one.voidedAt().isPresent());
    model.put("voidReason", one.voidReason());
    return model;
  }

  private String when(ClosureView one) {
    String first = day(one.firstOn());
    return one.firstOn().equals(one.lastOn()) ? first : first + "〜" + day(one.lastOn());
  }

  private String day(LocalDate date) {
    return JapaneseDates.dayAndWeekday(date, request.locale());
  }

  private String what(ClosureView one) {
    return switch (one.scope()) {
      case "grade" -> Grade.find(one.target()).map(Grade::label).orElse(one.target());
      case "homeroom" ->
          homerooms.stream()
              .filter(room -> room.id().value().equals(one.target()))
              .map(Homeroom::name)
              .findFirst()
              .orElse(one.target());
      default -> one.target();
    };
  }

  private Map<String, Object> change(ClosureChangeView change) {
    ClosureEffect effect = change.effect();
    LocalDate on = change.at().atZone(ZONE).toLocalDate();
    Map<String, Object> model = new HashMap<>();
    model.put("action", change.action());
    model.put(
        "what",
        closures.stream()
            .filter(one -> one.id().equals(change.closure()))
            .map(one -> when(one) + "　" + what(one))
            .findFirst()
            .orElse(""));
    model.put("by", change.by());
    model.put("title", change.title());
    model.put("at", day(on));
    model.put("reason", change.reason());
    model.put("lines", effect.lines().stream().map(ClosureEffect.Line::text).toList());
    model.put("students", effect.students());
    model.put("remarks", effect.remarks());
    model.put("locked", monthNames(effect.lockedMonths()));
    model.put("pastYear", effect.pastYear());
    model.put("yearName", JapaneseDates.schoolYear(effect.schoolYear(), request.locale()));
    return model;
  }

  private String monthNames(List<String> months) {
    Locale locale = request.locale();
    return months.stream()
        .map(month -> JapaneseDates.monthName(YearMonth.parse(month).getMonthValue(), locale))
        .collect(Collectors.joining("・"));
  }

  private List<Map<String, Object>> groups() {
    Map<String, Student> byId =
        people.stream().collect(Collectors.toMap(one -> one.id().value(), one -> one));
    Map<String, List<GroupView>> byName =
        members.stream()
            .collect(
                Collectors.groupingBy(GroupView::group, LinkedHashMap::new, Collectors.toList()));
    List<Map<String, Object>> groups = new ArrayList<>();
    byName.forEach(
        (name, list) ->
            groups.add(
                Map.of(
                    "name",
                    name,
                    "members",
                    list.stream().map(one -> member(one, byId)).toList())));
    return groups;
  }

  private Map<String, Object> member(GroupView one, Map<String, Student> byId) {
    Student person = byId.get(one.studentId());
    return Map.of(
        "id", one.studentId(),
        "name", person == null ? one.studentId() : person.name(),
        "firstOn", one.firstOn().map(LocalDate::toString).orElse(""),
        "first", one.firstOn().map(this::day).orElse(""),
        "last", one.lastOn().map(this::day).orElse(""),
        "ended", one.lastOn().map(last -> last.isBefore(today)).orElse(false));
  }

  private List<Map<String, Object>> grades() {
    return Arrays.stream(Grade.values())
        .filter(grade -> homerooms.stream().anyMatch(room -> room.grade() == grade))
        .map(grade -> Map.<String, Object>of("id", grade.name(), "name", grade.label()))
        .toList();
  }

  private static Map<String, Object> room(Homeroom room) {
    return Map.of("id", room.id().value(), "name", room.name());
  }
}
