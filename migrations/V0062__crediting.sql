-- SPDX-License-Identifier: Apache-2.0
-- An application to credit learning elsewhere, led by the school whose principal decides.
-- newest_decision is the number of the decision in force; 0 while there is none.
CREATE TABLE crediting_application (
  school_id varchar(255) NOT NULL,
  application_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  kind varchar(64) NOT NULL,
  facility_id varchar(64) NOT NULL,
  provider varchar(300) NOT NULL,
  guide varchar(300) NOT NULL,
  activity varchar(200) NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  plan varchar(4000) NOT NULL,
  next_step varchar(2000) NOT NULL,
  list_id varchar(64) NOT NULL,
  version integer NOT NULL,
  newest_decision integer NOT NULL,
  source varchar(8) NOT NULL,
  applied_by varchar(300) NOT NULL,
  applied_by_name varchar(300) NOT NULL,
  applied_by_title varchar(50) NOT NULL,
  applied_at timestamp(6) with time zone NOT NULL,
  changed_by_name varchar(300) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, application_id)
);
CREATE INDEX crediting_application_of_student ON crediting_application (student_id, first_on);
CREATE INDEX crediting_application_by_id ON crediting_application (application_id);
CREATE INDEX crediting_application_of_year ON crediting_application (school_id, first_on);

-- What an application said before it was changed, as JSON; rows are only added.
CREATE TABLE crediting_application_past (
  school_id varchar(255) NOT NULL,
  application_id varchar(36) NOT NULL,
  version integer NOT NULL,
  content varchar(20000) NOT NULL,
  replaced_by varchar(300) NOT NULL,
  replaced_by_name varchar(300) NOT NULL,
  replaced_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, application_id, version)
);

-- Who found a condition met or not; the newest entry of a condition holds. evidence_refs are ids
-- of crediting_evidence and consultations or short texts, one a line.
CREATE TABLE crediting_condition (
  school_id varchar(255) NOT NULL,
  application_id varchar(36) NOT NULL,
  condition_id varchar(64) NOT NULL,
  entry_no integer NOT NULL,
  list_id varchar(64) NOT NULL,
  list_version varchar(64) NOT NULL,
  met boolean NOT NULL,
  note varchar(2000) NOT NULL,
  evidence_refs varchar(4000) NOT NULL,
  confirmed_by varchar(300) NOT NULL,
  confirmed_by_name varchar(300) NOT NULL,
  confirmed_by_title varchar(50) NOT NULL,
  confirmed_on date NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, application_id, condition_id, entry_no)
);

-- What was talked over with the board of education.
CREATE TABLE crediting_consultation (
  school_id varchar(255) NOT NULL,
  consultation_id varchar(36) NOT NULL,
  application_id varchar(36) NOT NULL,
  held_on date NOT NULL,
  partner varchar(300) NOT NULL,
  manner varchar(100) NOT NULL,
  content varchar(2000) NOT NULL,
  noted_by varchar(300) NOT NULL,
  noted_by_name varchar(300) NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, consultation_id)
);
CREATE INDEX crediting_consultation_of ON crediting_consultation (school_id, application_id);

-- The principal's word; rows are only added. The newest one is in force and replaces the earlier
-- ones whole. conditions_used tells the list, its version and what was met when it was made.
CREATE TABLE crediting_decision (
  school_id varchar(255) NOT NULL,
  application_id varchar(36) NOT NULL,
  decision_no integer NOT NULL,
  outcome varchar(12) NOT NULL,
  reason varchar(4000) NOT NULL,
  next_step varchar(2000) NOT NULL,
  guardian_told_on date,
  acknowledged varchar(1000) NOT NULL,
  conditions_used varchar(4000) NOT NULL,
  application_version integer NOT NULL,
  decided_by varchar(300) NOT NULL,
  decided_by_name varchar(300) NOT NULL,
  decided_by_title varchar(50) NOT NULL,
  decided_on date,
  decided_at timestamp(6) with time zone NOT NULL,
  source varchar(8) NOT NULL,
  PRIMARY KEY (school_id, application_id, decision_no)
);

-- The days a granted decision covers.
CREATE TABLE crediting_range (
  school_id varchar(255) NOT NULL,
  application_id varchar(36) NOT NULL,
  decision_no integer NOT NULL,
  range_no integer NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  PRIMARY KEY (school_id, application_id, decision_no, range_no)
);
