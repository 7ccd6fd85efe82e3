// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/**
 * Things to do as the template is given them, each with a link to the part that says so.
 *
 * @param student the student
 * @param request the request
 */
record TaskModel(StudentId student, PageRequest request) {
  List<Map<String, Object>> list(List<SheetTaskService.Task> tasks) {
    return tasks.stream().map(this::task).toList();
  }

  private Map<String, Object> task(SheetTaskService.Task task) {
    Locale locale = request.locale();
    SheetKey key = SheetKey.find(task.part()).orElseThrow();
    String due =
        task.dueOn().isEmpty()
            ? ""
            : JapaneseDates.dayAndWeekday(LocalDate.parse(task.dueOn()), locale);
    return Map.of(
        "text", task.text(),
        "person", task.person(),
        "due", due,
        "late", task.late(),
        "from", from(key, locale),
        "href", href(key));
  }

  private static String from(SheetKey key, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    if (key.kind() == SheetKind.MEETING) {
      return english ? "Conference sheet" : "協議シート";
    }
    return (english ? "Yearly sheet B " : "学年別Bシート ")
        + JapaneseDates.schoolYear(key.schoolYear(), locale);
  }

  private String href(SheetKey key) {
    String record = request.base().students() + "/" + encoded(student.value());
    return key.kind() == SheetKind.MEETING
        ? record + "/meetings?meeting=" + key.meeting()
        : record + "/sheet-b?year=" + key.schoolYear();
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
