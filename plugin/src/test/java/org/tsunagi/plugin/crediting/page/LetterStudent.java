// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;

/** The student of the letters under test. */
final class LetterStudent {
  private LetterStudent() {}

  static StudentRecord record() {
    Student student =
        new Student(
            new StudentId("s-a"),
            "水野",
            "あかり",
            "みずの",
            "あかり",
            "female",
            Optional.empty(),
            "24",
            List.of(new Guardian("水野　由美", "みずの　ゆみ", "母", "")));
    School school = new School(new SchoolId("sc"), "かえで中学校", "みなも市教育委員会");
    return new StudentRecord(student, List.of(), List.of(school), List.of());
  }
}
