// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A city for measuring, made inside PostgreSQL with fixed seeds: 500 schools, 260,000 students, the
 * 200 days of the school year 2025. Marks stand on one day in twenty and are clustered as they are
 * in life: some children hardly come, influenza takes five days in a row, homerooms and schools
 * close, some students move.
 */
final class CityFacts {
  static final int YEAR = 2025;

  /** 500 schools; a tenth of them to try the measuring itself. */
  static final int SCHOOLS = Integer.getInteger("tsunagi.city.schools", 500);

  static final int STUDENTS = 520 * SCHOOLS;
  private static final int PRIMARY = SCHOOLS * 7 / 10;

  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE FUNCTION city_random(a integer, b integer, salt integer) RETURNS float8 AS $$
            SELECT (hashint8extended(a::int8 * 100003 + b, salt::int8) & 1048575) / 1048576.0
          $$ LANGUAGE sql IMMUTABLE PARALLEL SAFE
          """,
          "INSERT INTO count_school SELECT n, 'city-sch-' || n FROM generate_series(1, :schools) n",
          "INSERT INTO count_student SELECT n, 'city-st-' || n FROM generate_series(1, :students) n",
          """
          INSERT INTO count_code VALUES (1, 'LATE'), (2, 'EARLY'), (3, 'INFIRMARY'),
            (4, 'SEPARATE_ROOM'), (5, 'ABSENT_ILLNESS'), (6, 'ABSENT_OTHER'),
            (7, 'SUSPENSION_INFECTION'), (8, 'BEREAVEMENT'), (9, 'CREDITED_SUPPORT_CENTER'),
            (10, 'CREDITED_PRIVATE'), (11, 'CREDITED_ICT')
          """,
          // 350 primary schools and 150 junior-high ones: 2,550 grades of 102 in three homerooms
          """
          CREATE TABLE city_grade AS
          SELECT row_number() OVER () AS grade_no, s AS school_no,
            CASE WHEN s <= :primary THEN 'P' ELSE 'J' END || g AS grade
          FROM generate_series(1, :schools) s, generate_series(1, 6) g WHERE s <= :primary OR g <= 3
          """,
          """
          INSERT INTO count_homeroom
          SELECT grade_no * 10 + r, 'city-' || grade_no || '-' || r, school_no, 2025, grade,
            r || '組', false
          FROM city_grade, generate_series(1, 3) r
          """,
          """
          CREATE TABLE city_day AS
          SELECT row_number() OVER (ORDER BY d) AS ordinal, d::date - DATE '1970-01-01' AS epoch_day
          FROM (SELECT d FROM generate_series(DATE '2025-04-08', DATE '2026-03-24', '1 day') d
            WHERE extract(isodow FROM d) < 6
              AND NOT d BETWEEN DATE '2025-07-21' AND DATE '2025-08-31'
              AND NOT d BETWEEN DATE '2025-12-25' AND DATE '2026-01-07' ORDER BY d LIMIT 200) k
          """,
          """
          INSERT INTO count_plan
          SELECT school_no, grade, epoch_day, true, true, '' FROM city_grade, city_day
          """,
          // one student in a hundred moves to the school 7 numbers on, some change their homeroom
          """
          INSERT INTO count_stay
          SELECT g.school_no, 'city-e-' || n, n, 2025, g.grade,
            g.grade_no * 10 + 1 + (n / :grades) % 3, n / :grades + 1, 20179,
            CASE WHEN n % 100 = 7 THEN 20250 + n % 200 WHEN n % 300 = 11 THEN 20300 END
          FROM generate_series(1, :students) n JOIN city_grade g ON g.grade_no = n % :grades + 1
          """,
          """
          INSERT INTO count_stay
          SELECT o.school_no, o.stay_id || '-2', o.student_no, 2025, o.grade, o.grade_no * 10 + 1,
            90, o.last_day + 1, NULL
          FROM (SELECT t.*, h.school_no AS to_school, g.grade_no FROM count_stay t
            JOIN city_grade c ON c.school_no = t.school_no AND c.grade = t.grade
            JOIN city_grade g ON g.grade = t.grade AND g.school_no = CASE
              WHEN t.student_no % 100 <> 7 THEN t.school_no
              WHEN t.school_no <= :primary THEN (t.school_no + 6) % :primary + 1
              ELSE :primary + 1 + (t.school_no - :primary + 6) % :junior END
            JOIN city_grade h ON h.grade_no = g.grade_no
            WHERE t.last_day IS NOT NULL) k,
            LATERAL (SELECT k.to_school AS school_no, k.stay_id, k.student_no, k.grade, k.grade_no,
              k.last_day) o
          """,
          // a storm closes each school for a day; a quarter of the homerooms close for influenza
          """
          INSERT INTO closure SELECT 'city-sch-' || n, 'storm-' || n, DATE '2025-09-08' + n % 5,
            DATE '2025-09-08' + n % 5, 'school', '', 'ART63', '台風のため', false, '', '', NULL, 't',
            now() FROM generate_series(1, :schools) n
          """,
          """
          INSERT INTO closure SELECT 'city-sch-' || school_no, 'flu-' || homeroom_no,
            DATE '2026-01-13' + 7 * (homeroom_no % 10), DATE '2026-01-15' + 7 * (homeroom_no % 10),
            'homeroom', homeroom_id, 'ART20', 'インフルエンザのため', false, '', '', NULL, 't', now()
          FROM count_homeroom WHERE city_random(homeroom_no, 0, 1) < 0.25
          """,
          """
          CREATE TABLE city_child AS
          SELECT n AS student_no, CASE WHEN city_random(n, 0, 2) < 0.035 THEN 1 ELSE 0 END AS rarely,
            (city_random(n, 0, 3) * 120)::integer AS since,
            (city_random(n, 0, 4) * 9)::integer AS kind,
            CASE WHEN city_random(n, 0, 5) < 0.35
              THEN 140 + (city_random(n, 0, 6) * 45)::integer ELSE -9 END AS ill
          FROM generate_series(1, :students) n
          """,
          // codes beyond the copy's own: 0 present, 20 closed for the homeroom, 21 for the school
          """
          CREATE TABLE plain_day AS
          SELECT k.school_no, k.student_no, k.epoch_day, (CASE
            WHEN k.stormy THEN 21 WHEN k.flu THEN 20
            WHEN k.ordinal BETWEEN k.ill AND k.ill + 4 THEN 7
            WHEN k.rarely = 1 AND k.ordinal >= k.since AND k.chance < 0.62 THEN
              CASE WHEN k.kind < 5 THEN 6 WHEN k.kind = 5 THEN 9 WHEN k.kind = 6 THEN 10
                WHEN k.kind = 7 THEN 11 ELSE 4 END
            WHEN k.chance < 0.012 THEN 5 WHEN k.chance < 0.016 THEN 6 WHEN k.chance < 0.022 THEN 1
            WHEN k.chance < 0.025 THEN 2 WHEN k.chance < 0.0255 THEN 8
            WHEN k.chance < 0.027 THEN 3 ELSE 0 END)::smallint AS code_no
          FROM (SELECT t.school_no, t.student_no, d.epoch_day, d.ordinal, c.rarely, c.since, c.kind,
              c.ill, d.epoch_day = DATE '2025-09-08' - DATE '1970-01-01' + t.school_no % 5 AS stormy,
              city_random(t.homeroom_no, 0, 1) < 0.25 AND d.epoch_day - (DATE '2026-01-13'
                - DATE '1970-01-01') - 7 * (t.homeroom_no % 10) BETWEEN 0 AND 2 AS flu,
              city_random(t.student_no, d.epoch_day, 7) AS chance
            FROM count_stay t
            JOIN city_day d ON d.epoch_day >= t.first_day
              AND d.epoch_day <= COALESCE(t.last_day, d.epoch_day)
            JOIN city_child c ON c.student_no = t.student_no) k
          """,
          """
          INSERT INTO count_mark
          SELECT school_no, 2025, student_no, epoch_day, code_no, 0,
            CASE WHEN code_no = 11 THEN 60 END, CASE WHEN code_no = 7 THEN 'インフルエンザ' END,
            CASE WHEN code_no IN (9, 10) THEN 'city-facility' END, NULL
          FROM plain_day WHERE code_no BETWEEN 1 AND 19
          ORDER BY school_no, student_no, epoch_day
          """,
          "ALTER TABLE plain_day ADD PRIMARY KEY (school_no, student_no, epoch_day)");

  private CityFacts() {}

  private static String sized(String sql) {
    return sql.replace(":schools", String.valueOf(SCHOOLS))
        .replace(":students", String.valueOf(STUDENTS))
        .replace(":primary", String.valueOf(PRIMARY))
        .replace(":junior", String.valueOf(SCHOOLS - PRIMARY))
        .replace(":grades", String.valueOf(6 * PRIMARY + 3 * (SCHOOLS - PRIMARY)));
  }

  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        long begin = System.nanoTime();
        statement.execute(sized(sql));
        System.out.printf(
            "%6.1f s  %s%n",
            (System.nanoTime() - begin) / 1e9, sql.strip().lines().findFirst().orElse(""));
      }
    }
  }
}
