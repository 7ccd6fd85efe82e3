-- SPDX-License-Identifier: Apache-2.0
-- Marks, what they were before, and on which days a homeroom's register was taken. A city has 52 million marks a year,
-- hence small numbers for school, student, code and author, and nulls for what a plain mark does not have.

CREATE TABLE desk_code_ref (
  code_no smallint NOT NULL PRIMARY KEY,
  code varchar(64) NOT NULL UNIQUE
);

CREATE TABLE desk_attendance_code (
  school_no integer NOT NULL REFERENCES desk_school (school_no),
  school_year smallint NOT NULL,
  code_no smallint NOT NULL REFERENCES desk_code_ref (code_no),
  short_name varchar(10) NOT NULL,
  title varchar(255) NOT NULL,
  state varchar(8) NOT NULL,
  PRIMARY KEY (school_no, school_year, code_no)
);

-- Who writes marks, with the title held at that time.
CREATE TABLE desk_mark_author (
  author_no integer NOT NULL PRIMARY KEY,
  author_id varchar(255) NOT NULL,
  name varchar(255) NOT NULL,
  title varchar(255) NOT NULL,
  UNIQUE (author_id, name, title)
);

-- No foreign keys on the large tables: the one writer resolves every number itself.
CREATE TABLE desk_mark (
  school_no integer NOT NULL,
  student_no integer NOT NULL,
  marked_on date NOT NULL,
  code_no smallint NOT NULL,
  minutes smallint,
  author_no integer NOT NULL,
  written_at timestamp with time zone NOT NULL,
  online_held boolean NOT NULL,
  online_special boolean NOT NULL,
  visit boolean,
  detail varchar(1000),
  facility varchar(255),
  place varchar(1000),
  note varchar(4000),
  PRIMARY KEY (school_no, student_no, marked_on)
);

CREATE TABLE desk_mark_history (
  school_no integer NOT NULL,
  student_no integer NOT NULL,
  marked_on date NOT NULL,
  history_no bigint GENERATED ALWAYS AS IDENTITY,
  -- Empty where the day was blank before.
  before_code_no smallint,
  before_minutes smallint,
  before_author_no integer,
  before_written_at timestamp with time zone,
  before_online_held boolean NOT NULL,
  before_online_special boolean NOT NULL,
  before_visit boolean,
  before_detail varchar(1000),
  before_facility varchar(255),
  before_place varchar(1000),
  before_note varchar(4000),
  -- Empty where the day was made blank.
  after_code_no smallint,
  after_minutes smallint,
  after_online_held boolean NOT NULL,
  after_online_special boolean NOT NULL,
  after_visit boolean,
  after_detail varchar(1000),
  after_facility varchar(255),
  after_place varchar(1000),
  after_note varchar(4000),
  reason varchar(4000) NOT NULL,
  author_no integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  PRIMARY KEY (school_no, student_no, marked_on, history_no)
);

CREATE TABLE desk_taken (
  school_no integer NOT NULL,
  homeroom_id varchar(255) NOT NULL,
  taken_on date NOT NULL,
  taken boolean NOT NULL,
  author_no integer NOT NULL,
  written_at timestamp with time zone NOT NULL,
  PRIMARY KEY (school_no, homeroom_id, taken_on)
);
