// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchSettings;

/**
 * What the template of the page is given.
 *
 * @param board the board
 * @param view what the reader asked to see
 * @param shown the children to show, in the order of the page
 * @param names their names
 * @param writes whether the reader may take care of anybody
 * @param schools the schools all of whose children the reader may see
 * @param request the request
 */
record WatchPageModel(
    WatchBoard board,
    View view,
    List<WatchChild> shown,
    Map<StudentId, Student> names,
    boolean writes,
    List<School> schools,
    PageRequest request) {

  /**
   * What the reader asked to see.
   *
   * @param window {@code 30}, {@code month} or {@code year}: how far back closed findings are shown
   * @param grade the grade's code; empty for all
   * @param stage {@code 3}, {@code 7} or {@code 30}; empty for everybody
   */
  record View(String window, String grade, String stage) {
    private static final Comparator<WatchChild> BY_DUE =
        Comparator.comparing(
            child -> child.nextTask().map(task -> task.dueOn()).orElse(LocalDate.MAX));

    static View of(PageRequest request) {
      return new View(
          request.parameter("window").filter(List.of("month", "year")::contains).orElse("30"),
          request.parameter("grade").filter(code -> Grade.find(code).isPresent()).orElse(""),
          request.parameter("stage").filter(List.of("3", "7", "30")::contains).orElse(""));
    }

    /** Lists the children to show: by the day of the next step, then by class. */
    List<WatchChild> list(WatchBoard board) {
      return board.children().stream()
          .filter(this::ofGrade)
          .filter(this::ofStage)
          .filter(child -> !stage.isEmpty() || child.listed(from(board, child)))
          .sorted(BY_DUE)
          .toList();
    }

    boolean ofGrade(WatchChild child) {
      return grade.isEmpty() || child.grade().name().equals(grade);
    }

    private boolean ofStage(WatchChild child) {
      return switch (stage) {
        case "3" -> child.onThird();
        case "7" -> child.onSeventh();
        case "30" -> child.onThirtieth();
        default -> true;
      };
    }

    LocalDate from(WatchBoard board, WatchChild child) {
      return switch (window) {
        case "month" -> board.on().withDayOfMonth(1);
        case "year" -> SchoolYear.of(board.on()).first();
        default -> {
          int size = child.days().size();
          yield size == 0 ? board.on() : child.days().get(Math.max(0, size - 30)).date();
        }
      };
    }
  }

  /** Returns the model. */
  Map<String, Object> toMap() {
    WatchSettings settings = board.settings().settings();
    Map<String, Object> model = new HashMap<>();
    model.put("base", base());
    model.put("version", AssetFiles.get().version());
    model.put("school", board.school().value());
    model.put("writes", writes);
    model.put("onLong", JapaneseDates.dayAndWeekday(board.on(), request.locale()));
    model.put("today", board.on().toString());
    model.put(
        "view", Map.of("window", view.window(), "grade", view.grade(), "stage", view.stage()));
    model.put("grades", grades());
    model.put("stages", stages(settings));
    model.put("settingsFrom", board.settings().scope());
    model.put("whole", board.whole());
    model.put("fresh", fresh());
    model.put("city", city());
    model.put("unowned", view.stage().isEmpty() ? unowned() : List.of());
    model.put("rows", rows());
    return model;
  }

  private List<Map<String, Object>> city() {
    return schools.stream()
        .map(one -> Map.<String, Object>of("id", one.id().value(), "name", one.name()))
        .toList();
  }

  private Map<String, Object> base() {
    PageRequest.Base base = request.base();
    return Map.of(
        "self", base.self(),
        "students", base.students(),
        "api", base.api(),
        "assets", base.assets(),
        "csrfToken", base.csrfToken());
  }

  private List<Map<String, Object>> grades() {
    return board.homerooms().stream()
        .map(Homeroom::grade)
        .distinct()
        .sorted()
        .map(grade -> Map.<String, Object>of("code", grade.name(), "label", grade.label()))
        .toList();
  }

  private List<Map<String, Object>> stages(WatchSettings settings) {
    List<WatchChild> all = board.children().stream().filter(view::ofGrade).toList();
    return List.of(
        stage("3", settings.firstRun(), all.stream().filter(WatchChild::onThird)),
        stage("7", settings.secondRun(), all.stream().filter(WatchChild::onSeventh)),
        stage("30", settings.cumulative(), all.stream().filter(WatchChild::onThirtieth)));
  }

  private Map<String, Object> stage(String id, int days, Stream<WatchChild> children) {
    return Map.of(
        "id", id,
        "days", days,
        "people", children.count(),
        "current", view.stage().equals(id),
        "href", href(view.stage().equals(id) ? "" : id));
  }

  private String href(String stage) {
    return request.base().self()
        + "?school="
        + java.net.URLEncoder.encode(
            board.school().value(), java.nio.charset.StandardCharsets.UTF_8)
        + "&window="
        + view.window()
        + (view.grade().isEmpty() ? "" : "&grade=" + view.grade())
        + (stage.isEmpty() ? "" : "&stage=" + stage);
  }

  private int fresh() {
    return board.children().stream().mapToInt(child -> child.told().size()).sum();
  }

  /** Lists those of whom nobody takes care, the oldest finding first. */
  private List<Map<String, Object>> unowned() {
    return shown.stream()
        .filter(child -> !child.listUnowned(view.from(board, child)).isEmpty())
        .sorted(Comparator.comparing(child -> firstUnowned(child).raisedOn()))
        .map(this::child)
        .toList();
  }

  private WatchFinding firstUnowned(WatchChild child) {
    return child.listUnowned(view.from(board, child)).get(0);
  }

  private List<Map<String, Object>> rows() {
    return shown.stream()
        .filter(
            child ->
                !view.stage().isEmpty() || child.listUnowned(view.from(board, child)).isEmpty())
        .map(this::child)
        .toList();
  }

  private Map<String, Object> child(WatchChild child) {
    Optional<Student> student = Optional.ofNullable(names.get(child.student()));
    String id = child.student().value();
    Map<String, Object> model = new HashMap<>();
    model.put("id", id);
    model.put("name", student.map(Student::name).orElse(id));
    model.put("room", child.homeroom().map(Homeroom::name).orElseGet(() -> child.grade().label()));
    model.put("resting", child.resting());
    model.put("answered", child.answer().filter(one -> !one.equals("asking")).isPresent());
    WatchPicture picture = new WatchPicture(child, board.settings().settings());
    model.put("strip", picture.strip());
    model.put("counts", picture.counts());
    model.put("scale", picture.scale());
    List<WatchFinding> current = new ArrayList<>(child.listShown(view.from(board, child)));
    current.sort(Comparator.comparing(WatchFinding::rule));
    FindingWords words = new FindingWords(board.settings().settings(), request.locale());
    model.put("findings", current.stream().map(one -> words.model(child, one)).toList());
    child.nextTask().ifPresent(task -> model.put("task", words.task(task)));
    WatchFinding lead = current.isEmpty() ? null : current.get(0);
    if (lead != null) {
      model.put("key", lead.key());
      model.put("version", child.taskOf(lead).map(task -> task.version()).orElse(0));
      model.put("step", words.step(lead.rule()));
    }
    return model;
  }
}
