// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.Locale;
import java.util.Map;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The parts of what is kept about a child, in words a family understands. */
final class Parts {
  private static final Map<String, String[]> KINDS =
      Map.ofEntries(
          Map.entry("cover", new String[] {"表紙", "Cover"}),
          Map.entry("common", new String[] {"共通シート", "Common sheet"}),
          Map.entry("a", new String[] {"学年別シートA", "Year sheet A"}),
          Map.entry("b", new String[] {"学年別シートB", "Year sheet B"}),
          Map.entry("meeting", new String[] {"協議シート", "Meeting sheet"}),
          Map.entry("record", new String[] {"出欠の記録", "Attendance record"}),
          Map.entry("watch.contacts", new String[] {"家庭への連絡の記録", "Contacts with the home"}),
          Map.entry("watch.answers", new String[] {"いじめの有無の確認", "Answers on bullying"}),
          Map.entry("attachment", new String[] {"添付資料", "Attached file"}),
          Map.entry("note", new String[] {"限定メモ", "Restricted note"}));

  private Parts() {}

  /** Returns the name of a part; one that is not known is a part of the record. */
  static String name(String section, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    String kind = section;
    if (!KINDS.containsKey(kind)) {
      kind = section.split("[:-]", 2)[0];
    }
    String[] names = KINDS.getOrDefault(kind, new String[] {"支援の記録", "Support record"});
    String year = section.replaceAll("^.*[:-]((?:19|2\\d)\\d\\d)$", "$1");
    String name = english ? names[1] : names[0];
    if (!year.matches("\\d{4}")) {
      return name;
    }
    String words = JapaneseDates.schoolYear(Integer.parseInt(year), locale);
    return english ? name + " (" + words + ")" : name + "（" + words + "）";
  }
}
