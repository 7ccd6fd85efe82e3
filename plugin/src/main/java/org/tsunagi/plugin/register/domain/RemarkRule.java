// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DatedTemplate;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FacilityRule;

/**
 * Writes 備考: one item per cause, per facility for credited days, in the order exempt (statutory,
 * other, bereavement), credited, the rest; within that by the first day.
 *
 * <p>Basis: 指導要録の手引 第3章 Q11・Q14 (「出席停止」は法令による3つだけ、他は「出席停止等」).
 */
public final class RemarkRule {
  private static final String NUMBER = "{n}";
  private static final int OTHER_EXEMPTION = 2;

  private RemarkRule() {}

  /** Writes the items for some days, which must be in order of date. */
  public static List<Remark> remarks(List<DayVerdict> days, CountingTerms terms) {
    Map<String, Item> items = new HashMap<>();
    for (DayVerdict day : days) {
      Item item = item(day, terms);
      if (item != null) {
        Item first = items.computeIfAbsent(item.text, text -> item);
        first.days++;
        first.restricted |= item.restricted;
      }
    }
    List<Item> ordered = new ArrayList<>(items.values());
    ordered.sort(
        Comparator.comparingInt((Item item) -> item.order)
            .thenComparing(item -> item.first.date())
            .thenComparing(item -> item.text));
    return ordered.stream().map(Item::remark).toList();
  }

  private static @Nullable Item item(DayVerdict day, CountingTerms terms) {
    AttendanceCode code = day.causes().code().orElse(null);
    if (code != null && takesEffect(day, code)) {
      String text = text(code, day.causes(), terms.at(day.school()), terms);
      return text.isEmpty() ? null : new Item(code.remarkOrder(), text, code.restricted(), day);
    }
    if (day.has(DayFlag.CLOSED)) {
      return new Item(OTHER_EXEMPTION, text(day.causes().closures().get(0)), false, day);
    }
    return null;
  }

  /** The individual cause is printed, the closure is not; a mark that did not count is not. */
  private static boolean takesEffect(DayVerdict day, AttendanceCode code) {
    return switch (day.dayClass()) {
      case EXEMPT -> code.effect() == CodeEffect.EXEMPT && !day.has(DayFlag.UNACCEPTED);
      case PRESENT -> code.effect() == CodeEffect.PRESENT || day.has(DayFlag.CREDITED);
      case ABSENT -> code.effect() == CodeEffect.ABSENT;
      case NO_SCHOOL, UNKNOWN -> false;
    };
  }

  private static String text(
      AttendanceCode code, DayCauses causes, LocalTerms local, CountingTerms terms) {
    DayMark mark = causes.mark().orElseThrow();
    DatedTemplate set = local.remarkTemplates().get(code.id());
    String template =
        set == null ? code.remarkTemplate() : set.find(mark.date()).orElse(code.remarkTemplate());
    if (template.indexOf('{') < 0) {
      return template;
    }
    String detail = mark.detail().isBlank() ? code.defaultDetail() : mark.detail().strip();
    template = fill(template, "{detail}", detail);
    if (!template.contains("{facility}")) {
      return template;
    }
    Facility facility = terms.facilities().get(causes.facility());
    if (facility == null) {
      template = template.replace("{place}", "");
      return fill(template, "{facility}", mark.place().isBlank() ? detail : mark.place().strip());
    }
    template = template.replace("{place}", FacilityRule.place(facility, local.homePrefecture()));
    return fill(template, "{facility}", facility.name());
  }

  /** Fills a slot; where there is nothing to say, the brackets around it go too. */
  private static String fill(String template, String slot, String value) {
    int at = template.indexOf(slot);
    if (at < 0) {
      return template;
    }
    if (value.isEmpty()) {
      int open = template.lastIndexOf('（', at);
      int close = template.indexOf('）', at);
      return open < 0 || close < 0
          ? template.replace(slot, "")
          : template.substring(0, open) + template.substring(close + 1);
    }
    return template.replace(slot, because(template, slot, value));
  }

  /** Takes off のため where the template says it itself. */
  private static String because(String template, String slot, String value) {
    String end = "のため";
    return template.contains(slot + end) && value.endsWith(end)
        ? value.substring(0, value.length() - end.length())
        : value;
  }

  /** Basis: 指導要録の手引 第3章 Q14(1)エ・オ. */
  private static String text(Closure closure) {
    String template = "出席停止等{n}日（{detail}のため）";
    String usual = closure.scope() == Closure.Scope.HOMEROOM ? "学級休業" : "臨時休業";
    return switch (closure.basis()) {
      case STAGGERED -> fill(template, "{detail}", "分散登校");
      case ART20 -> fill(template, "{detail}", usual);
      case ART63 ->
          fill(template, "{detail}", closure.reason().isBlank() ? usual : closure.reason().strip());
    };
  }

  /** An item in the making. */
  private static final class Item {
    private final int order;
    private final String text;
    private boolean restricted;
    private final DayVerdict first;
    private int days;

    private Item(int order, String text, boolean restricted, DayVerdict first) {
      this.order = order;
      this.text = text;
      this.restricted = restricted;
      this.first = first;
    }

    private Remark remark() {
      return new Remark(
          text.replace(NUMBER, Integer.toString(days)), Remark.Kind.of(text), days, restricted);
    }
  }
}
