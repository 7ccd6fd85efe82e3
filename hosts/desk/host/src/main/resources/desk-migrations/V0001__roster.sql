-- SPDX-License-Identifier: Apache-2.0
-- Schools, homerooms, students, stays, staff and posts. The host's texts (sourcedId) stand once; large tables carry the
-- small numbers school_no and student_no.

-- The next free number of each kind; a block is taken by updating the row, which also puts takers in a queue.
CREATE TABLE desk_number (
  kind varchar(16) NOT NULL PRIMARY KEY,
  next_no integer NOT NULL
);
INSERT INTO desk_number (kind, next_no) VALUES ('school', 1);
INSERT INTO desk_number (kind, next_no) VALUES ('student', 1);
INSERT INTO desk_number (kind, next_no) VALUES ('code', 1);
INSERT INTO desk_number (kind, next_no) VALUES ('author', 1);

-- Grades in the order of lists.
CREATE TABLE desk_grade (
  grade varchar(2) NOT NULL PRIMARY KEY,
  rank_no smallint NOT NULL
);
INSERT INTO desk_grade (grade, rank_no) VALUES
  ('P1', 1), ('P2', 2), ('P3', 3), ('P4', 4), ('P5', 5), ('P6', 6),
  ('J1', 7), ('J2', 8), ('J3', 9), ('H1', 10), ('H2', 11), ('H3', 12), ('H4', 13);

CREATE TABLE desk_school (
  school_no integer NOT NULL PRIMARY KEY,
  school_id varchar(255) NOT NULL UNIQUE,
  name varchar(255) NOT NULL,
  board_name varchar(255) NOT NULL,
  ended_on date
);

CREATE TABLE desk_homeroom (
  homeroom_id varchar(255) NOT NULL PRIMARY KEY,
  school_no integer NOT NULL REFERENCES desk_school (school_no),
  school_year smallint NOT NULL,
  grade varchar(2) NOT NULL REFERENCES desk_grade (grade),
  name varchar(255) NOT NULL,
  -- The name with every number filled up, so that 2組 stands before 10組.
  sort_name varchar(1000) NOT NULL,
  special_needs boolean NOT NULL,
  ended_on date
);
CREATE INDEX desk_homeroom_year ON desk_homeroom (school_no, school_year);

CREATE TABLE desk_student (
  student_no integer NOT NULL PRIMARY KEY,
  student_id varchar(255) NOT NULL UNIQUE,
  family_name varchar(255) NOT NULL,
  given_name varchar(255) NOT NULL,
  family_kana varchar(255) NOT NULL,
  given_kana varchar(255) NOT NULL,
  sex varchar(16) NOT NULL,
  born_on date,
  number varchar(255) NOT NULL,
  -- Name, reading and number as SearchText folds them, one to a line.
  search_text varchar(4000) NOT NULL
);

CREATE TABLE desk_guardian (
  student_no integer NOT NULL REFERENCES desk_student (student_no),
  rank_no smallint NOT NULL,
  name varchar(255) NOT NULL,
  kana varchar(255) NOT NULL,
  relationship varchar(255) NOT NULL,
  phone varchar(255) NOT NULL,
  PRIMARY KEY (student_no, rank_no)
);

CREATE TABLE desk_stay (
  school_no integer NOT NULL REFERENCES desk_school (school_no),
  stay_id varchar(255) NOT NULL,
  student_no integer NOT NULL REFERENCES desk_student (student_no),
  school_year smallint NOT NULL,
  grade varchar(2) NOT NULL REFERENCES desk_grade (grade),
  homeroom_id varchar(255),
  number integer NOT NULL,
  first_on date NOT NULL,
  last_on date,
  PRIMARY KEY (school_no, stay_id)
);
CREATE INDEX desk_stay_id ON desk_stay (stay_id);
CREATE INDEX desk_stay_year ON desk_stay (school_no, school_year);
CREATE INDEX desk_stay_student ON desk_stay (student_no);
CREATE INDEX desk_stay_homeroom ON desk_stay (homeroom_id);

CREATE TABLE desk_staff (
  staff_id varchar(255) NOT NULL PRIMARY KEY,
  username varchar(255) NOT NULL,
  name varchar(255) NOT NULL,
  kana varchar(255) NOT NULL,
  email varchar(255) NOT NULL,
  active boolean DEFAULT TRUE NOT NULL,
  -- 'roster' for rows that an imported roster owns and may end, 'desk' for those made by hand.
  source varchar(8) DEFAULT 'desk' NOT NULL
);
CREATE INDEX desk_staff_username ON desk_staff (username);

CREATE TABLE desk_post (
  post_id varchar(255) NOT NULL PRIMARY KEY,
  -- Counts up as posts are named; of two homeroom teachers the one named first comes first.
  named_no bigint GENERATED ALWAYS AS IDENTITY,
  staff_id varchar(255) NOT NULL REFERENCES desk_staff (staff_id),
  role varchar(32) NOT NULL,
  -- Empty for a post at the board.
  school_no integer REFERENCES desk_school (school_no),
  homeroom_id varchar(255),
  first_on date NOT NULL,
  last_on date,
  source varchar(8) DEFAULT 'desk' NOT NULL
);
CREATE INDEX desk_post_staff ON desk_post (staff_id);
CREATE INDEX desk_post_school ON desk_post (school_no, role);
CREATE INDEX desk_post_homeroom ON desk_post (homeroom_id);
