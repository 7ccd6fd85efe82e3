-- SPDX-License-Identifier: Apache-2.0
-- What people type beside the figures of a student's year at a school, as JSON; every save is a new
-- version, so that two first writers collide on the key and one of them is told.
CREATE TABLE record_notes (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  school_year integer NOT NULL,
  version_number integer NOT NULL,
  content varchar(500000) NOT NULL,
  saved_by varchar(300) NOT NULL,
  saved_by_name varchar(300) NOT NULL,
  saved_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, student_id, school_year, version_number)
);
