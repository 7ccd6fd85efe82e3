-- SPDX-License-Identifier: Apache-2.0
-- The shape of the host's tables as far as we read them, written from the facts: names, types and keys only.
CREATE TABLE config (school_id integer NOT NULL, title varchar(100) NOT NULL, config_value text);
INSERT INTO config VALUES (0, 'VERSION', '11.8.6');
CREATE TABLE schools (syear numeric(4,0) NOT NULL, id integer NOT NULL, title varchar(100) NOT NULL, number_days_rotation numeric(1,0), PRIMARY KEY (id, syear));
CREATE TABLE school_gradelevels (id serial PRIMARY KEY, school_id integer NOT NULL, short_name varchar(3), title varchar(50) NOT NULL, next_grade_id integer, sort_order numeric);
CREATE TABLE students (student_id serial PRIMARY KEY, last_name varchar(50) NOT NULL, first_name varchar(50) NOT NULL, username varchar(100) UNIQUE, password varchar(106),
  custom_200000000 text, custom_200000004 date, custom_1 text, custom_2 text, custom_3 text, custom_4 text);
CREATE TABLE people (person_id serial PRIMARY KEY, last_name varchar(50) NOT NULL, first_name varchar(50) NOT NULL, custom_5 text);
CREATE TABLE people_join_contacts (id serial PRIMARY KEY, person_id integer, title varchar(100), value varchar(100));
CREATE TABLE students_join_people (id serial PRIMARY KEY, student_id integer NOT NULL REFERENCES students, person_id integer NOT NULL, student_relation varchar(100));
CREATE TABLE user_profiles (id integer PRIMARY KEY, profile varchar(30), title text NOT NULL);
CREATE TABLE staff (syear numeric(4,0) NOT NULL, staff_id serial PRIMARY KEY, first_name varchar(50) NOT NULL, last_name varchar(50) NOT NULL, username varchar(100),
  password varchar(106), profile varchar(30), schools varchar(150), profile_id integer, rollover_id integer);
CREATE TABLE school_marking_periods (marking_period_id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, mp varchar(3) NOT NULL, school_id integer NOT NULL, title varchar(50) NOT NULL,
  start_date date NOT NULL, end_date date NOT NULL, FOREIGN KEY (school_id, syear) REFERENCES schools (id, syear));
CREATE TABLE courses (course_id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, school_id integer NOT NULL, title varchar(100) NOT NULL);
CREATE TABLE course_periods (course_period_id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, school_id integer NOT NULL, course_id integer NOT NULL REFERENCES courses, title text,
  short_name varchar(25) NOT NULL, teacher_id integer NOT NULL REFERENCES staff, secondary_teacher_id integer REFERENCES staff, does_attendance text);
CREATE TABLE school_periods (period_id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, school_id integer NOT NULL, sort_order numeric, title varchar(100) NOT NULL, length integer);
CREATE TABLE course_period_school_periods (course_period_school_periods_id serial PRIMARY KEY, course_period_id integer NOT NULL REFERENCES course_periods, period_id integer NOT NULL, days varchar(7));
CREATE TABLE schedule (syear numeric(4,0) NOT NULL, school_id integer NOT NULL, student_id integer NOT NULL REFERENCES students, start_date date NOT NULL, end_date date,
  course_id integer NOT NULL REFERENCES courses, course_period_id integer NOT NULL REFERENCES course_periods);
CREATE TABLE attendance_calendar (syear numeric(4,0) NOT NULL, school_id integer NOT NULL, school_date date NOT NULL, minutes integer, block varchar(10), calendar_id integer NOT NULL,
  PRIMARY KEY (syear, school_id, school_date, calendar_id));
CREATE TABLE student_enrollment (id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, school_id integer NOT NULL, student_id integer NOT NULL REFERENCES students, grade_id integer,
  start_date date, end_date date, calendar_id integer);
CREATE TABLE attendance_codes (id serial PRIMARY KEY, syear numeric(4,0) NOT NULL, school_id integer NOT NULL, title text NOT NULL, short_name varchar(10), type varchar(10),
  state_code varchar(1), default_code varchar(1), table_name integer, sort_order numeric);
CREATE TABLE attendance_period (student_id integer NOT NULL REFERENCES students, school_date date NOT NULL, period_id integer NOT NULL, attendance_code integer,
  attendance_teacher_code integer, course_period_id integer REFERENCES course_periods, PRIMARY KEY (student_id, school_date, period_id));
CREATE TABLE attendance_completed (staff_id integer NOT NULL REFERENCES staff, school_date date NOT NULL, period_id integer NOT NULL, table_name integer NOT NULL,
  PRIMARY KEY (staff_id, school_date, period_id, table_name));
