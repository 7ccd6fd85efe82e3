-- SPDX-License-Identifier: Apache-2.0
-- The establishing body's rule by which days of learning at home with ICT become days. scope:
-- installation, municipality (prefecture and municipality are told) or school (school_id is told).
-- None is shipped. A rule is never rewritten; another one from a later day replaces it.
CREATE TABLE ict_rule (
  rule_id varchar(36) NOT NULL PRIMARY KEY,
  scope varchar(12) NOT NULL,
  school_id varchar(255) NOT NULL,
  prefecture varchar(20) NOT NULL,
  municipality varchar(60) NOT NULL,
  first_on date NOT NULL,
  basis varchar(8) NOT NULL,
  visits_per_month integer NOT NULL,
  minutes_per_day integer NOT NULL,
  span varchar(8) NOT NULL,
  rounding varchar(8) NOT NULL,
  name varchar(200) NOT NULL,
  wording varchar(4000) NOT NULL,
  noted_by varchar(300) NOT NULL,
  noted_by_name varchar(300) NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  voided_by_name varchar(300) NOT NULL,
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000) NOT NULL
);
