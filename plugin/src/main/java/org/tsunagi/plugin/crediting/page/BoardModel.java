// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.platform.AssetFiles;

/**
 * What the principal's list is given.
 *
 * @param texts the words
 * @param request the request
 * @param today today
 * @param rows the applications of the school year
 * @param places the homeroom of each student
 * @param rooms the homerooms with applications, by grade and name
 * @param decides whether the actor decides
 */
record BoardModel(
    Texts texts,
    PageRequest request,
    LocalDate today,
    List<ApplicationView.Row> rows,
    Map<StudentId, HomeroomId> places,
    Map<HomeroomId, Homeroom> rooms,
    boolean decides) {
  /** Within this many days an end is near; for looking ahead, no rule. */
  private static final int SOON = 30;

  private static final List<String> GROUPS = List.of("ready", "needs", "ending", "force", "closed");

  Map<String, Object> toMap() {
    Optional<HomeroomId> only = only();
    Map<String, List<ApplicationView.Row>> grouped = new HashMap<>();
    rows.stream()
        .filter(row -> only.map(room -> room.equals(room(row))).orElse(true))
        .forEach(row -> grouped.computeIfAbsent(group(row), key -> new ArrayList<>()).add(row));
    Map<String, Object> model = new HashMap<>();
    model.put("base", Texts.base(request.base()));
    model.put("version", AssetFiles.get().version());
    model.put("decides", decides);
    model.put("rooms", classes(only));
    model.put(
        "groups",
        GROUPS.stream().map(key -> group(key, grouped.getOrDefault(key, List.of()))).toList());
    return model;
  }

  private Optional<HomeroomId> only() {
    return request
        .parameter("homeroom")
        .map(
            id ->
                rooms.keySet().stream()
                    .filter(room -> room.value().equals(id))
                    .findFirst()
                    .orElseThrow(PageNotFound::new));
  }

  private List<Map<String, Object>> classes(Optional<HomeroomId> only) {
    List<Map<String, Object>> list = new ArrayList<>();
    list.add(
        Map.of(
            "name", texts.say("board.all"),
            "href", request.base().self(),
            "current", only.isEmpty()));
    for (Homeroom room : rooms.values()) {
      list.add(
          Map.of(
              "name", room.name(),
              "href",
                  request.base().self()
                      + "?homeroom="
                      + URLEncoder.encode(room.id().value(), StandardCharsets.UTF_8),
              "current", only.map(room.id()::equals).orElse(false)));
    }
    return list;
  }

  private @org.jspecify.annotations.Nullable HomeroomId room(ApplicationView.Row row) {
    return places.get(new StudentId(row.student()));
  }

  private String group(ApplicationView.Row row) {
    return switch (row.state()) {
      case "applied", "waiting" -> Texts.ready(row) ? "ready" : "needs";
      case "granted" ->
          row.lastOn().isBefore(today)
              ? "closed"
              : row.lastOn().isAfter(today.plusDays(SOON)) ? "force" : "ending";
      default -> "closed";
    };
  }

  private Map<String, Object> group(String key, List<ApplicationView.Row> rows) {
    Comparator<ApplicationView.Row> order =
        key.equals("ending") || key.equals("force")
            ? Comparator.comparing(ApplicationView.Row::lastOn)
            : Comparator.comparing(ApplicationView.Row::appliedOn);
    return Map.of(
        "key", key,
        "title", texts.say("board.group." + key),
        "empty", texts.say("board.empty." + key),
        "rows", rows.stream().sorted(order).map(row -> row(row, key)).toList());
  }

  private Map<String, Object> row(ApplicationView.Row row, String group) {
    boolean ready = group.equals("ready");
    Homeroom room = Optional.ofNullable(room(row)).map(rooms::get).orElse(null);
    Map<String, Object> model = new HashMap<>();
    model.put("id", row.id());
    model.put("name", row.studentName());
    model.put("room", room == null ? "" : room.name());
    model.put("kind", Texts.kind(row));
    model.put("place", texts.place(row));
    model.put("period", texts.period(row.firstOn(), row.lastOn()));
    boolean open = ready || group.equals("needs");
    model.put("since", open ? texts.say("board.since", Texts.day(row.appliedOn())) : "");
    model.put("chip", Texts.chip(row));
    model.put("stateLabel", texts.state(row, today));
    model.put("says", says(row, group));
    model.put("ready", ready);
    model.put("act", texts.say(ready && decides ? "board.decide" : "board.open"));
    model.put("href", href(row, open));
    return model;
  }

  private String says(ApplicationView.Row row, String group) {
    return switch (group) {
      case "ready" -> texts.say("board.ready");
      case "needs" -> texts.say("board.missing", String.join(" ", row.open()));
      case "ending" -> texts.say("board.endsOn", texts.full(row.lastOn()));
      default -> "";
    };
  }

  private String href(ApplicationView.Row row, boolean open) {
    return request.base().students()
        + "/"
        + URLEncoder.encode(row.student(), StandardCharsets.UTF_8)
        + "/crediting?application="
        + URLEncoder.encode(row.id(), StandardCharsets.UTF_8)
        + (open && decides ? "#tn-decision" : "");
  }
}
