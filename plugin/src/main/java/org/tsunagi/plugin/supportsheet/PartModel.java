// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.NeedRule;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;

/**
 * What the template of a part is given, whatever part it is.
 *
 * @param open the part
 * @param steps the steps that the actor could take
 * @param request the request
 */
record PartModel(OpenPart open, List<Step> steps, PageRequest request) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final int NEWEST_SAVES = 8;

  Map<String, Object> toMap() {
    PageRequest.Base base = request.base();
    SheetView view = open.view();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base",
        Map.of(
            "api", base.api(),
            "assets", base.assets(),
            "csrfToken", base.csrfToken(),
            "students", base.students(),
            "pages", base.pages()));
    model.put("version", AssetFiles.get().version());
    model.put("studentId", open.place().student().value());
    model.put("key", view.key());
    model.put("kind", open.place().key().kind().code());
    model.put("schoolYear", view.schoolYear());
    model.put("sheetVersion", view.version());
    model.put("state", view.state());
    model.put("editable", view.canWrite());
    model.put("withheld", view.withheld());
    model.put("secondFactor", view.secondFactor());
    model.put("needs", view.needs());
    model.put("needKinds", needKinds());
    model.put("needsVersion", open.needSetting().version());
    model.put("titleJa", open.whole().label().ja());
    model.put("titleEn", english() ? open.whole().label().en() : "");
    model.put("sections", sections());
    model.put("carry", carries());
    model.put("saves", saves());
    model.put("steps", steps.stream().map(Step::code).toList());
    return model;
  }

  /** Tells whether a yearly part could begin with what lasts of the year before. */
  private boolean carries() {
    int year = open.view().schoolYear();
    return year != 0
        && open.newest().isEmpty()
        && open.view().canWrite()
        && open.place().record().stays().stream().anyMatch(s -> s.schoolYear() == year - 1);
  }

  /** Lists the kinds of need that the reader sees. */
  private List<String> needKinds() {
    boolean sensitive =
        open.form().sections().stream().anyMatch(s -> s.sharing() == SectionClass.SENSITIVE);
    return NeedRule.shown(EnumSet.allOf(Need.class), sensitive).stream().map(Need::code).toList();
  }

  private boolean english() {
    return request.locale().getLanguage().equals("en");
  }

  private List<Map<String, Object>> sections() {
    FieldModel fields = new FieldModel(open, request.locale());
    return open.form().sections().stream().map(section -> section(section, fields)).toList();
  }

  private Map<String, Object> section(FormSection section, FieldModel fields) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", section.id());
    model.put("ja", section.label().ja());
    model.put("en", english() ? section.label().en() : "");
    model.put("extra", section.extra());
    model.put("aside", section.aside());
    model.put("sharing", section.sharing().code());
    List<Map<String, Object>> shown = new ArrayList<>();
    List<Map<String, Object>> folded = new ArrayList<>();
    for (FormField field : section.fields()) {
      boolean beside = section.fields().stream().anyMatch(one -> one.with().equals(field.id()));
      if (!beside) {
        (fields.folded(field) ? folded : shown).add(fields.of(field));
      }
    }
    model.put("fields", shown);
    model.put("folded", folded);
    boolean writable =
        open.writable().sections().stream().anyMatch(one -> one.id().equals(section.id()));
    model.put("editable", writable);
    return model;
  }

  private Map<String, Object> saves() {
    List<SheetView.Save> history = open.view().history();
    List<Map<String, Object>> newest = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0 && newest.size() < NEWEST_SAVES; i--) {
      SheetView.Save save = history.get(i);
      newest.add(
          Map.of(
              "version", save.version(),
              "by", save.savedBy(),
              "role", save.savedTitle(),
              "at", time(save.savedAt(), request.locale())));
    }
    return Map.of("newest", newest, "more", history.size() - newest.size());
  }

  private static String time(Instant at, Locale locale) {
    LocalDateTime local = LocalDateTime.ofInstant(at, TOKYO);
    LocalDate day = local.toLocalDate();
    return JapaneseDates.full(day, locale)
        + String.format(Locale.ROOT, " %d:%02d", local.getHour(), local.getMinute());
  }
}
