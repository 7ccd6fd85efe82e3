-- SPDX-License-Identifier: Apache-2.0
-- Temporary closures. A row is never deleted or rewritten: a correction voids it and adds another.
CREATE TABLE closure (
  school_id varchar(255) NOT NULL,
  closure_id varchar(36) NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  scope varchar(16) NOT NULL,
  target varchar(255) NOT NULL,
  basis varchar(16) NOT NULL,
  reason varchar(1000) NOT NULL,
  online_lessons boolean NOT NULL,
  authority varchar(255) NOT NULL,
  reported_to varchar(255) NOT NULL,
  reported_on date,
  recorded_by varchar(255) NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  voided_by varchar(255),
  voided_at timestamp with time zone,
  void_reason varchar(1000),
  PRIMARY KEY (school_id, closure_id)
);
CREATE INDEX closure_by_day ON closure (school_id, first_on, last_on);

-- Members of named groups, for closures of a part of a homeroom (staggered attendance).
CREATE TABLE closure_group_member (
  school_id varchar(255) NOT NULL,
  group_name varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  first_on date NOT NULL,
  last_on date,
  PRIMARY KEY (school_id, group_name, student_id, first_on)
);
