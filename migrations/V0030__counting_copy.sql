-- SPDX-License-Identifier: Apache-2.0
-- The counting copy: the host's facts as small integer columns, led by the school, so that every
-- count is a range scan. Days are epoch days. Nothing here is typed by anyone: it can be dropped
-- and read again from the host at any time.

-- One row per kind of number; a lock on it keeps two writers from giving the same number twice.
CREATE TABLE count_number (
  kind varchar(16) NOT NULL PRIMARY KEY,
  last_no integer NOT NULL
);
INSERT INTO count_number (kind, last_no) VALUES ('school', 0);
INSERT INTO count_number (kind, last_no) VALUES ('student', 0);
INSERT INTO count_number (kind, last_no) VALUES ('homeroom', 0);
INSERT INTO count_number (kind, last_no) VALUES ('code', 0);

CREATE TABLE count_school (
  school_no integer NOT NULL PRIMARY KEY,
  school_id varchar(255) NOT NULL UNIQUE
);

CREATE TABLE count_student (
  student_no integer NOT NULL PRIMARY KEY,
  student_id varchar(255) NOT NULL UNIQUE
);

CREATE TABLE count_code (
  code_no integer NOT NULL PRIMARY KEY,
  code_id varchar(255) NOT NULL UNIQUE
);

-- A homeroom may be named by a stay before it is described, hence the empty columns.
CREATE TABLE count_homeroom (
  homeroom_no integer NOT NULL PRIMARY KEY,
  homeroom_id varchar(255) NOT NULL UNIQUE,
  school_no integer,
  school_year smallint,
  grade varchar(2),
  name varchar(255),
  special_needs boolean
);
CREATE INDEX count_homeroom_of_year ON count_homeroom (school_no, school_year);

CREATE TABLE count_stay (
  school_no integer NOT NULL,
  stay_id varchar(255) NOT NULL,
  student_no integer NOT NULL,
  school_year smallint NOT NULL,
  grade varchar(2) NOT NULL,
  homeroom_no integer,
  register_no integer NOT NULL,
  first_day integer NOT NULL,
  last_day integer,
  PRIMARY KEY (school_no, stay_id)
);
CREATE INDEX count_stay_of_year ON count_stay (school_no, school_year, grade);
CREATE INDEX count_stay_of_student ON count_stay (student_no, school_year);
CREATE INDEX count_stay_by_id ON count_stay (stay_id);

CREATE TABLE count_plan (
  school_no integer NOT NULL,
  grade varchar(2) NOT NULL,
  epoch_day integer NOT NULL,
  school_day boolean NOT NULL,
  register_taken boolean NOT NULL,
  title varchar(4000) NOT NULL,
  PRIMARY KEY (school_no, grade, epoch_day)
);

CREATE TABLE count_taken (
  homeroom_no integer NOT NULL,
  epoch_day integer NOT NULL,
  PRIMARY KEY (homeroom_no, epoch_day)
);

-- flags: 1 = an online lesson was held, 2 = the student took part in it,
-- 4 = it is known whether a visit was made, 8 = a visit was made
CREATE TABLE count_mark (
  school_no integer NOT NULL,
  school_year smallint NOT NULL,
  student_no integer NOT NULL,
  epoch_day integer NOT NULL,
  code_no integer NOT NULL,
  flags smallint NOT NULL,
  minutes smallint,
  detail varchar(4000),
  facility varchar(255),
  place varchar(4000),
  PRIMARY KEY (school_no, school_year, student_no, epoch_day)
);
