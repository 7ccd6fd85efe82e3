-- SPDX-License-Identifier: Apache-2.0
-- The school of the conformance kit, as an office would have entered it in the host.
INSERT INTO schools (syear, id, title) VALUES (2026, 2, 'B南小学校'), (2025, 1, 'A北小学校（旧称）'), (2026, 1, 'A北小学校');
INSERT INTO school_gradelevels (id, school_id, short_name, title, sort_order) VALUES (5, 1, 'P5', '第5学年', 5), (6, 1, '小6', '第6学年', 6);
INSERT INTO user_profiles VALUES (0, 'student', 'Student'), (1, 'admin', 'Administrator'), (2, 'teacher', 'Teacher'), (3, 'parent', 'Parent'), (4, 'admin', 'Principal|ja_JP.utf8:校長'), (5, 'admin', '教育委員会');
INSERT INTO staff (syear, staff_id, last_name, first_name, username, profile, profile_id, schools) VALUES
  (2026, 21, '担任', '一', 't-1', 'teacher', 2, ',1,'), (2026, 22, '担任', '二', 't-2', 'teacher', 2, ',1,'),
  (2026, 23, '校長', '三', 't-3', 'admin', 4, ',1,'), (2026, 24, '委員', '四', 't-4', 'admin', 5, NULL);
INSERT INTO school_marking_periods (syear, mp, school_id, title, start_date, end_date) VALUES
  (2026, 'FY', 1, '2026年度', '2026-04-01', '2027-03-31'),
  (2026, 'QTR', 1, '2学期', '2026-09-01', '2026-12-31'), (2026, 'QTR', 1, '1学期', '2026-04-01', '2026-08-31'), (2026, 'QTR', 1, '3学期', '2027-01-01', '2027-03-31');
INSERT INTO courses (course_id, syear, school_id, title) VALUES (2, 2026, 1, '学級'), (3, 2026, 1, '国語');
INSERT INTO course_periods (course_period_id, syear, school_id, course_id, title, short_name, teacher_id, secondary_teacher_id, does_attendance) VALUES
  (301, 2026, 1, 2, 'Full Day - 6年1組', '6年1組', 23, NULL, ',0,'), (210, 2026, 1, 2, 'Full Day - 5年10組', '5年10組', 23, NULL, ',0,'),
  (201, 2026, 1, 2, 'Full Day - 5年2組', '5年2組', 22, 21, ',0,'), (777, 2026, 1, 3, '国語', '国語', 21, NULL, NULL);
INSERT INTO school_periods (period_id, syear, school_id, sort_order, title, length) VALUES (1, 2026, 1, 1, '全日', 300), (2, 2026, 1, 2, '午後', 100);
INSERT INTO course_period_school_periods (course_period_id, period_id, days) VALUES (201, 1, 'MTWHF'), (210, 1, 'MTWHF'), (301, 1, 'MTWHF');
INSERT INTO students (student_id, last_name, first_name, custom_200000000, custom_200000004, custom_1, custom_2, custom_3, custom_4) VALUES
  (101, '山﨑', '花', 'Female', '2015-05-05', 'A-0001', '1', 'ヤマザキ', 'ハナ'), (102, '髙橋', 'ﾐﾗｲ', NULL, NULL, 'A-0002', '2', 'たかはし', 'みらい'),
  (103, '𠮷田', '健', NULL, NULL, 'A-0003', '1', 'ヨシダ', 'ケン'), (104, '転出', '済', NULL, NULL, 'A-0004', '3', 'テンシュツ', 'スミ'),
  (105, '六年', '生', NULL, NULL, 'A_0005', '1', 'ロクネン', 'セイ');
INSERT INTO people (person_id, last_name, first_name, custom_5) VALUES (1, '山﨑', '母', 'ヤマザキ　ハハ'), (2, '山﨑', '父', NULL);
INSERT INTO people_join_contacts (person_id, title, value) VALUES (1, 'メール', 'a@example.jp'), (1, '電話', '000-0000-0001');
INSERT INTO students_join_people (id, student_id, person_id, student_relation) VALUES (1, 101, 1, '母'), (2, 101, 2, '父');
INSERT INTO student_enrollment (id, syear, school_id, student_id, grade_id, start_date, end_date, calendar_id) VALUES
  (11, 2026, 1, 101, 5, '2026-04-01', NULL, 1), (12, 2026, 1, 102, 5, '2026-04-01', NULL, 1), (13, 2026, 1, 103, 5, '2026-04-01', NULL, 1),
  (14, 2026, 1, 104, 5, '2026-04-01', '2026-07-20', 1), (15, 2026, 1, 105, 6, '2026-04-01', NULL, 1);
INSERT INTO schedule (syear, school_id, student_id, start_date, end_date, course_id, course_period_id) VALUES
  (2026, 1, 101, '2026-04-08', NULL, 2, 201), (2026, 1, 101, '2026-04-08', NULL, 3, 777), (2026, 1, 102, '2026-04-08', NULL, 2, 201), (2026, 1, 103, '2026-04-08', NULL, 2, 210),
  (2026, 1, 104, '2026-04-08', '2026-07-20', 2, 201), (2026, 1, 105, '2026-04-08', NULL, 2, 301);
INSERT INTO attendance_codes (id, syear, school_id, title, short_name, type, state_code, default_code, table_name) VALUES
  (1, 2026, 1, 'Absent', 'A', 'teacher', 'A', NULL, 0), (2, 2026, 1, 'Present', 'P', 'teacher', 'P', 'Y', 0), (3, 2026, 1, '支援センター', '支セ', 'teacher', 'P', NULL, 0),
  (4, 2026, 1, '半日', 'H', 'teacher', 'H', NULL, 0);
SELECT setval('students_student_id_seq', 1000), setval('staff_staff_id_seq', 1000), setval('student_enrollment_id_seq', 1000);
