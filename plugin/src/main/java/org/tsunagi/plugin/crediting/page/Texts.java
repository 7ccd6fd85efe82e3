// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * The words of the pages in one language.
 *
 * @param messages the messages
 * @param locale the language
 */
record Texts(Messages messages, Locale locale) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  String say(String key, Object... arguments) {
    return messages.text(locale, key, arguments);
  }

  boolean english() {
    return locale.getLanguage().equals("en");
  }

  /** Returns a day as tables write it: {@code 11/20}. */
  static String day(LocalDate date) {
    return date.getMonthValue() + "/" + date.getDayOfMonth();
  }

  static LocalDate date(Instant at) {
    return at.atZone(TOKYO).toLocalDate();
  }

  String full(LocalDate date) {
    return JapaneseDates.full(date, locale);
  }

  /** Returns {@code 令和8年9月7日〜12月24日}; the year of the end only where it is another one. */
  String period(LocalDate first, LocalDate last) {
    if (english()) {
      return full(first) + " – " + full(last);
    }
    String end = full(last);
    return full(first)
        + "〜"
        + (first.getYear() == last.getYear() ? end.substring(end.indexOf('年') + 1) : end);
  }

  String month(int month) {
    return JapaneseDates.monthName(month, locale);
  }

  /** Returns what an application is called: {@code ① 教育支援センター}. */
  static String kind(ApplicationView.Row row) {
    String label = row.kindLabel();
    boolean wrapped = label.startsWith("出席扱い（") && label.endsWith("）");
    String inner = wrapped ? label.substring("出席扱い（".length(), label.length() - 1) : label;
    return (row.kindGlyph() + " " + inner).strip();
  }

  /** Returns where the child learns: the facility, else who offers it. */
  String place(ApplicationView.Row row) {
    if (!row.facilityName().isEmpty()) {
      return row.facilityName();
    }
    return row.provider().isEmpty() ? say("crediting.noPlace") : row.provider();
  }

  /** Returns {@code crediting.state.…} of a row: what its state is called. */
  String state(ApplicationView.Row row, LocalDate today) {
    return say("crediting.state." + stateKey(row, today));
  }

  private static String stateKey(ApplicationView.Row row, LocalDate today) {
    if (row.state().equals("granted") && row.lastOn().isBefore(today)) {
      return "ended";
    }
    return row.state().equals("applied") && ready(row) ? "ready" : row.state();
  }

  /** Tells whether nothing hinders a decision as far as conditions go. */
  static boolean ready(ApplicationView.Row row) {
    return row.open().isEmpty() && row.conditionsAll() > 0;
  }

  /** Returns the look of a row's chip. */
  static String chip(ApplicationView.Row row) {
    return switch (row.state()) {
      case "granted" -> "ok";
      case "applied", "waiting" -> "wait";
      default -> "";
    };
  }

  static Map<String, Object> base(PageRequest.Base base) {
    return Map.of(
        "self", base.self(),
        "pages", base.pages(),
        "students", base.students(),
        "api", base.api(),
        "assets", base.assets(),
        "csrfToken", base.csrfToken());
  }
}
