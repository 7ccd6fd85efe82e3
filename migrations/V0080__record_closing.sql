-- SPDX-License-Identifier: Apache-2.0
-- A signed closing of a school's year, number 1, and its amendments. Rows are only added: an
-- amendment is the next number with all rows anew and the hash of the number before.
CREATE TABLE record_closing (
  school_id varchar(255) NOT NULL,
  school_year integer NOT NULL,
  closing_number integer NOT NULL,
  signed_by varchar(300) NOT NULL,
  signed_by_name varchar(300) NOT NULL,
  signed_by_title varchar(50) NOT NULL,
  signed_at timestamp(6) with time zone NOT NULL,
  note varchar(1000) NOT NULL,
  waiting_confirmed varchar(1000) NOT NULL,
  students integer NOT NULL,
  previous_hash varchar(64) NOT NULL,
  content_hash varchar(64) NOT NULL,
  PRIMARY KEY (school_id, school_year, closing_number)
);

CREATE TABLE record_closing_row (
  school_id varchar(255) NOT NULL,
  school_year integer NOT NULL,
  closing_number integer NOT NULL,
  student_id varchar(255) NOT NULL,
  grade varchar(4) NOT NULL,
  content varchar(100000) NOT NULL,
  PRIMARY KEY (school_id, school_year, closing_number, student_id, grade)
);
CREATE INDEX record_closing_of_student ON record_closing_row (student_id, school_year);
