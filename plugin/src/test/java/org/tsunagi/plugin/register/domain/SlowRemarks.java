// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagi.plugin.crediting.domain.Facility;

/** The remarks once more, slow and obvious: every wording written out, sorted by hand. */
final class SlowRemarks {
  private final CountingTerms terms;
  private final String home;
  private final Map<String, List<Item>> items = new TreeMap<>();

  SlowRemarks(CountingTerms terms, String home) {
    this.terms = terms;
    this.home = home;
  }

  /** One remark of one day: the words around the number of days. */
  private record Item(int order, LocalDate day, String before, String after) {}

  /** Returns the remarks of {@code year} or of a month such as {@code 2026-04}. */
  List<String> of(String period) {
    List<Item> all = new ArrayList<>(items.getOrDefault(period, List.of()));
    all.sort(Comparator.comparing(Item::order).thenComparing(Item::day));
    List<String> remarks = new ArrayList<>();
    while (!all.isEmpty()) {
      Item first = all.get(0);
      int before = all.size();
      all.removeIf(
          item -> item.before().equals(first.before()) && item.after().equals(first.after()));
      remarks.add(first.before() + (before - all.size()) + first.after());
    }
    return remarks;
  }

  private void put(int order, LocalDate day, String before, String inside) {
    String after = inside.isEmpty() ? "日" : "日（" + inside + "）";
    Item item = new Item(order, day, before, after);
    items.computeIfAbsent("year", key -> new ArrayList<>()).add(item);
    items.computeIfAbsent(YearMonth.from(day).toString(), key -> new ArrayList<>()).add(item);
  }

  void mark(DayMark mark) {
    mark(mark, mark.facility());
  }

  void mark(DayMark mark, String place) {
    String detail = mark.detail().strip();
    LocalDate day = mark.date();
    switch (mark.code()) {
      case "SUSPENSION_CONDUCT" -> put(1, day, "出席停止", "性行不良のため");
      case "SUSPENSION_INFECTION", "HOSPITALISATION" -> put(1, day, "出席停止", detail);
      case "BEREAVEMENT" -> put(3, day, "忌引", detail);
      case "EXEMPT_EXAM" -> put(2, day, "出席停止等", tame(detail.isEmpty() ? "入学試験" : detail));
      case "EXEMPT_VOLUNTEER" ->
          put(2, day, "出席停止等", tame(detail.isEmpty() ? "ボランティア活動参加" : detail));
      case "EXEMPT_PROTECTION" -> put(2, day, "出席停止等", tame(detail.isEmpty() ? "一時保護" : detail));
      case "EXEMPT_DISASTER", "EXEMPT_HOME_DAMAGE", "EXEMPT_CUSTODY", "EXEMPT_OTHER" ->
          put(2, day, "出席停止等", tame(detail));
      case "CREDITED_ICT" -> put(4, day, "出席扱い", "自宅におけるICT等を活用した学習活動");
      case "CREDITED_PROTECTION", "CREDITED_CORRECTIONAL" ->
          put(4, day, "出席扱い", "当該施設において学習活動を行ったこと");
      case "CREDITED_REMOTE_LESSON" -> put(4, day, "出席扱い", "病気療養中の授業配信による");
      case "CREDITED_ACTIVITY" -> put(4, day, "出席扱い", detail);
      default -> {
        if (mark.code().startsWith("CREDITED_")) {
          put(4, day, "出席扱い", facility(mark, place, detail));
        }
      }
    }
  }

  void closure(LocalDate day, Collection<Closure> closures) {
    List<Closure> sorted = new ArrayList<>(closures);
    sorted.sort(
        Comparator.comparing((Closure one) -> one.scope() == Closure.Scope.GROUP ? 1 : 0)
            .thenComparing(one -> List.of("ART20", "ART63", "STAGGERED").indexOf(basis(one)))
            .thenComparing(Closure::reason));
    Closure printed = sorted.get(0);
    boolean homeroom = printed.scope() == Closure.Scope.HOMEROOM;
    String reason = homeroom ? "学級休業" : "臨時休業";
    if (basis(printed).equals("STAGGERED")) {
      reason = "分散登校";
    } else if (basis(printed).equals("ART63") && !printed.reason().isEmpty()) {
      reason = printed.reason();
    }
    put(2, day, "出席停止等", tame(reason));
  }

  private static String basis(Closure closure) {
    return closure.basis().name();
  }

  private static String tame(String reason) {
    if (reason.isEmpty()) {
      return "";
    }
    return reason.endsWith("のため") ? reason : reason + "のため";
  }

  private String facility(DayMark mark, String place, String detail) {
    Facility facility = terms.facilities().get(place);
    if (facility == null) {
      return mark.place().strip().isEmpty() ? detail : mark.place().strip();
    }
    boolean away =
        !home.isEmpty() && !facility.prefecture().isEmpty() && !home.equals(facility.prefecture());
    return (away ? facility.prefecture() : facility.municipality()) + facility.name();
  }
}
