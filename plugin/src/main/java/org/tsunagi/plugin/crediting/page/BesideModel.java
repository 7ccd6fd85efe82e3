// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.EvidenceView;

/**
 * What stands beside a decision: talks, the record of the days, the history.
 *
 * @param texts the words
 * @param view the application
 * @param letter the address of the letter about a decision
 */
record BesideModel(Texts texts, ApplicationView view, IntFunction<String> letter) {
  Map<String, Object> toMap() {
    return Map.of(
        "talks", view.consultations().stream().map(BesideModel::talk).toList(),
        "evidence",
            view.evidence().stream()
                .sorted(Comparator.comparing(EvidenceView::date).reversed())
                .map(this::evidence)
                .toList(),
        "visitMonths",
            view.visitMonths().stream()
                .map(
                    one ->
                        texts.say(
                            "crediting.monthOf",
                            texts.month(YearMonth.parse(one.month()).getMonthValue()),
                            one.learningDays(),
                            one.visits()))
                .toList(),
        "history", history());
  }

  private static Map<String, Object> talk(ApplicationView.Talk one) {
    return Map.of(
        "date", one.heldOn().toString(),
        "on", Texts.day(one.heldOn()),
        "partner", one.partner(),
        "manner", one.manner(),
        "content", one.content(),
        "by", one.byName());
  }

  private Map<String, Object> evidence(EvidenceView one) {
    String role = one.role().isEmpty() ? "" : "（" + texts.say("crediting.role." + one.role()) + "）";
    return Map.of(
        "id", one.id(),
        "date", one.date().toString(),
        "on", Texts.day(one.date()),
        "kind", texts.say("crediting.evidence." + one.kind()),
        "minutes", one.minutes().map(String::valueOf).orElse(""),
        "who", one.who() + role,
        "content", one.content(),
        "by", one.byName() + " " + Texts.day(Texts.date(one.at())));
  }

  /** A line of the history with the moment it is sorted by. */
  private record Line(Instant at, Map<String, Object> model) {}

  private List<Map<String, Object>> history() {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            view.appliedAt(),
            Texts.date(view.appliedAt()),
            texts.say("crediting.history.applied"),
            texts.period(view.row().firstOn(), view.row().lastOn()),
            view.appliedByName() + "（" + view.appliedByTitle() + "）",
            ""));
    for (ApplicationView.Decided one : view.decisions()) {
      lines.add(
          line(
              one.decidedAt(),
              one.decidedOn().orElse(Texts.date(one.decidedAt())),
              texts.say("crediting.state." + one.outcome()) + "　" + ranges(texts, one),
              one.reason(),
              who(texts, one),
              letter.apply(one.number())));
    }
    for (ApplicationView.Confirmed one : view.confirmations()) {
      String what = one.met() ? "crediting.history.met" : "crediting.history.notMet";
      lines.add(
          line(
              one.at(),
              one.on(),
              texts.say(what, one.number()),
              one.note(),
              one.byName() + (one.byTitle().isEmpty() ? "" : "（" + one.byTitle() + "）"),
              ""));
    }
    lines.sort(Comparator.comparing(Line::at).reversed());
    return lines.stream().map(Line::model).toList();
  }

  private static Line line(
      Instant at, LocalDate on, String what, String text, String who, String letter) {
    return new Line(
        at,
        Map.of(
            "date",
            on.toString(),
            "at",
            Texts.day(on),
            "what",
            what.strip(),
            "text",
            text,
            "who",
            who,
            "letterHref",
            letter));
  }

  static String ranges(Texts texts, ApplicationView.Decided one) {
    return one.ranges().stream()
        .map(range -> texts.period(range.firstOn(), range.lastOn()))
        .collect(Collectors.joining(texts.english() ? ", " : "、"));
  }

  static String who(Texts texts, ApplicationView.Decided one) {
    String on = one.decidedOn().map(texts::full).orElse("");
    return (one.byTitle() + " " + one.byName() + "　" + on).strip();
  }
}
