-- SPDX-License-Identifier: Apache-2.0
-- Planned days per grade, and terms.
CREATE TABLE desk_planned_day (
  school_no integer NOT NULL REFERENCES desk_school (school_no),
  planned_on date NOT NULL,
  grade varchar(2) NOT NULL REFERENCES desk_grade (grade),
  school_day boolean NOT NULL,
  title varchar(255) NOT NULL,
  register_taken boolean NOT NULL,
  PRIMARY KEY (school_no, planned_on, grade)
);

CREATE TABLE desk_term (
  school_no integer NOT NULL REFERENCES desk_school (school_no),
  school_year smallint NOT NULL,
  number smallint NOT NULL,
  title varchar(255) NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  ended_on date,
  PRIMARY KEY (school_no, school_year, number)
);
