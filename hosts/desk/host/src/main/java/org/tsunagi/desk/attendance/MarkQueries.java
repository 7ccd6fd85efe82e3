// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.attendance;

/** Queries that read marks and what they were before. */
final class MarkQueries {
  static final String COLUMNS =
      """
      SELECT c.school_id, s.student_id, m.marked_on, r.code, m.minutes, m.online_held, m.online_special,
        m.visit, m.detail, m.facility, m.place, m.note
      """;

  static final String MARK =
      COLUMNS
          + """
      FROM desk_mark m
      JOIN desk_school c ON c.school_no = m.school_no
      JOIN desk_student s ON s.student_no = m.student_no
      JOIN desk_code_ref r ON r.code_no = m.code_no
      """;

  static final String HISTORY =
      """
      SELECT s.student_id, h.marked_on, b.code AS before_code, a.code AS after_code, h.before_minutes, h.before_online_held,
        h.before_online_special, h.before_visit, h.before_detail, h.before_facility, h.before_place,
        h.before_note, h.after_minutes, h.after_online_held, h.after_online_special, h.after_visit,
        h.after_detail, h.after_facility, h.after_place, h.after_note, h.reason, h.changed_at,
        w.author_id, w.name AS author_name, w.title AS author_title
      FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
      LEFT JOIN desk_student s ON s.student_id = k.id
      LEFT JOIN desk_school c ON c.school_id = ?
      LEFT JOIN desk_mark_history h ON h.school_no = c.school_no AND h.student_no = s.student_no
        AND h.marked_on BETWEEN ? AND ?
      LEFT JOIN desk_mark_author w ON w.author_no = h.author_no
      LEFT JOIN desk_code_ref b ON b.code_no = h.before_code_no
      LEFT JOIN desk_code_ref a ON a.code_no = h.after_code_no
      WHERE h.history_no IS NOT NULL
      ORDER BY h.history_no DESC
      """;

  private MarkQueries() {}
}
