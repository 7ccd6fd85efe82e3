// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.ApplicationView;

/**
 * What the letter to the guardian says.
 *
 * @param texts the words
 * @param view the application
 * @param decided the decision it tells of
 * @param student the student with guardians and schools
 */
record LetterModel(
    Texts texts, ApplicationView view, ApplicationView.Decided decided, StudentRecord student) {
  Map<String, Object> toMap(String printed) {
    Map<String, Object> model = new HashMap<>();
    String school = student.school(new SchoolId(view.row().school())).map(School::name).orElse("");
    model.put("printed", printed);
    model.put("heading", texts.say("letter.title." + decided.outcome()));
    model.put("date", texts.full(day()));
    model.put("guardian", guardian());
    model.put("school", school);
    model.put(
        "signer",
        decided.byTitle().equals("校長")
            ? texts.say("letter.signer", decided.byName())
            : decided.byTitle() + "　" + decided.byName());
    model.put("opening", texts.say("letter.opening", student.student().name(), place()));
    model.put("decision", texts.say("letter.decision." + decided.outcome()));
    model.put("facts", facts());
    model.put("reason", decided.reason());
    model.put("meaning", meaning());
    model.put("next", next());
    model.put("contact", texts.say("letter.contactText", school));
    return model;
  }

  private LocalDate day() {
    return decided.decidedOn().orElse(Texts.date(decided.decidedAt()));
  }

  private String guardian() {
    return student.student().guardians().stream()
        .findFirst()
        .map(Guardian::name)
        .map(name -> texts.say("letter.guardian", name))
        .orElse(texts.say("letter.guardianUnknown"));
  }

  private String place() {
    ApplicationView.Row row = view.row();
    if (!row.facilityName().isEmpty()) {
      return row.facilityName();
    }
    return row.kind().equals("8") ? texts.say("letter.home") : texts.place(row);
  }

  private List<Map<String, Object>> facts() {
    List<Map<String, Object>> facts = new ArrayList<>();
    facts.add(fact("letter.name", student.student().name()));
    facts.add(fact("letter.place", place()));
    facts.add(fact("letter.asked", texts.period(view.row().firstOn(), view.row().lastOn())));
    if (!decided.ranges().isEmpty()) {
      facts.add(
          fact(
              "letter.days",
              String.join(
                  "\n",
                  decided.ranges().stream()
                      .map(one -> texts.period(one.firstOn(), one.lastOn()))
                      .toList())));
    }
    facts.add(fact("letter.decidedOn", texts.full(day())));
    return facts;
  }

  private Map<String, Object> fact(String key, String value) {
    return Map.of("label", texts.say(key), "value", value);
  }

  private List<String> meaning() {
    String key = "letter.meaning." + decided.outcome();
    return decided.outcome().equals("granted")
        ? List.of(texts.say(key + "1"), texts.say(key + "2"), texts.say(key + "3"))
        : List.of(texts.say(key));
  }

  private String next() {
    String said = decided.nextStep().isBlank() ? view.nextStep() : decided.nextStep();
    return said.isBlank() ? texts.say("letter.nextNone") : said;
  }
}
