-- SPDX-License-Identifier: Apache-2.0
-- The principal's word that attendance was not required, or the board's order of suspension. A row
-- is never rewritten: another word voids it and adds a row.
CREATE TABLE acceptance (
  school_id varchar(255) NOT NULL,
  acceptance_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  code_id varchar(64) NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  outcome varchar(12) NOT NULL,
  reason varchar(1000) NOT NULL,
  decided_by varchar(300) NOT NULL,
  decided_by_name varchar(300) NOT NULL,
  decided_by_title varchar(50) NOT NULL,
  decided_at timestamp(6) with time zone NOT NULL,
  voided_by varchar(300),
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000),
  PRIMARY KEY (school_id, acceptance_id)
);
CREATE INDEX acceptance_of_student ON acceptance (student_id, first_on);
