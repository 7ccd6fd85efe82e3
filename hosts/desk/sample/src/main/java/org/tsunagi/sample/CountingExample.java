// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One counting example as the JSON file has it.
 *
 * @param id the example's id, for example {@code G-003-01}
 * @param classes the homerooms of the grade
 * @param days the planned school days
 * @param closures the closures
 * @param students the students with their events
 * @param expected the figures by student
 */
record CountingExample(
    String id,
    List<String> classes,
    List<String> days,
    List<Map<?, ?>> closures,
    List<Map<?, ?>> students,
    Map<?, ?> expected) {

  String school() {
    return "cc-sch-" + id;
  }

  String room(String name) {
    return "cc-cl-" + id + "-" + (classes.indexOf(name) + 1);
  }

  String student(Map<?, ?> student) {
    return "cc-st-" + id + "-" + student.get("id");
  }

  static CountingExample of(Map<?, ?> one) {
    Map<?, ?> input = map(one.get("input"));
    return new CountingExample(
        String.valueOf(one.get("id")),
        texts(input.get("grade_classes")),
        texts(input.get("planned_school_days")),
        maps(input.get("closures")),
        maps(input.get("students")),
        map(map(one.get("expected")).get("students")));
  }

  static Map<?, ?> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("an object is missing in counting-cases.json");
  }

  static List<Map<?, ?>> maps(@Nullable Object value) {
    var maps = new ArrayList<Map<?, ?>>();
    list(value).forEach(element -> maps.add(map(element)));
    return maps;
  }

  static List<String> texts(@Nullable Object value) {
    var texts = new ArrayList<String>();
    list(value).forEach(element -> texts.add(String.valueOf(element)));
    return texts;
  }

  static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("a list is missing in counting-cases.json");
  }

  static int number(Map<?, ?> row, String key) {
    if (row.get(key) instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException("the number " + key + " is missing");
  }

  static String text(Map<?, ?> row, String key) {
    if (row.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the text " + key + " is missing");
  }
}
