-- SPDX-License-Identifier: Apache-2.0
-- What tells of learning elsewhere, day by day: facilityDay, ict, visit, report, meeting. A row is
-- never rewritten; a wrong one is voided.
CREATE TABLE crediting_evidence (
  school_id varchar(255) NOT NULL,
  evidence_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  on_day date NOT NULL,
  kind varchar(12) NOT NULL,
  minutes integer,
  content varchar(2000) NOT NULL,
  who varchar(300) NOT NULL,
  who_role varchar(20) NOT NULL,
  facility_id varchar(64) NOT NULL,
  source varchar(8) NOT NULL,
  noted_by varchar(300) NOT NULL,
  noted_by_name varchar(300) NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  voided_by_name varchar(300) NOT NULL,
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, evidence_id)
);
CREATE INDEX crediting_evidence_of_student ON crediting_evidence (student_id, on_day);
CREATE INDEX crediting_evidence_of_days ON crediting_evidence (school_id, on_day);
CREATE INDEX crediting_evidence_by_id ON crediting_evidence (evidence_id);
