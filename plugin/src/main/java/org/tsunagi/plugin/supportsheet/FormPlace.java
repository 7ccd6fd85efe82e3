// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in an added section, in words for those who wrote it. */
final class FormPlace {
  private static final Pattern FIELD = Pattern.compile("/parts/0/sections/0/fields/(\\d+)(.*)");
  private static final Map<String, String> WORDS =
      Map.of(
          "label", "名前",
          "type", "種類",
          "hint", "説明",
          "choices", "選択肢",
          "longest", "文字数",
          "class", "見られる人の区分",
          "fields", "記入欄",
          "columns", "列",
          "id", "ID");

  private FormPlace() {}

  /** Returns {@code 2番目の欄「部活動名」の種類：} of a JSON pointer. */
  static String words(String pointer, JsonNode section) {
    Matcher field = FIELD.matcher(pointer);
    String rest = pointer.replace("/parts/0/sections/0", "");
    String place = "";
    if (field.matches()) {
      int number = Integer.parseInt(field.group(1));
      String label = section.path("fields").path(number).path("label").asText();
      place = (number + 1) + "番目の欄" + (label.isEmpty() ? "" : "「" + label + "」");
      rest = field.group(2);
    }
    String last = rest.substring(rest.lastIndexOf('/') + 1);
    String word = WORDS.getOrDefault(last, last.matches("\\d*") ? "" : last);
    String joined = place + (place.isEmpty() || word.isEmpty() ? "" : "の") + word;
    return joined.isEmpty() ? "" : joined + "：";
  }
}
