-- SPDX-License-Identifier: Apache-2.0
-- The ledger of disclosures (提供の記録): what went to whom, when, by whom, on which consent or basis. Only the receipt is added later.
CREATE TABLE disclosure (
  school_id varchar(255) NOT NULL,
  disclosure_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  consent_id varchar(36) NOT NULL,
  ground varchar(8) NOT NULL,
  ground_event integer NOT NULL,
  rule_id varchar(20) NOT NULL,
  recipient_kind varchar(8) NOT NULL,
  recipient_id varchar(255) NOT NULL,
  recipient_name varchar(300) NOT NULL,
  scope varchar(8000) NOT NULL,
  content_hash varchar(64) NOT NULL,
  manner varchar(12) NOT NULL,
  reviewed_with varchar(300) NOT NULL,
  handed_on date NOT NULL,
  disclosed_by varchar(300) NOT NULL,
  disclosed_by_name varchar(300) NOT NULL,
  disclosed_by_title varchar(50) NOT NULL,
  disclosed_at timestamp(6) with time zone NOT NULL,
  version integer NOT NULL,
  received_on date,
  received_by varchar(300) NOT NULL,
  meeting_on date,
  no_meeting_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, disclosure_id)
);
CREATE INDEX disclosure_of_student ON disclosure (school_id, student_id);
