-- SPDX-License-Identifier: Apache-2.0
-- What is asked of a child or a guardian: making the sheet, or handing it over to somebody, with the range that is asked for.
-- The version counts the events; it is what writers hold against each other.
CREATE TABLE consent (
  school_id varchar(255) NOT NULL,
  consent_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  purpose varchar(12) NOT NULL,
  recipient_kind varchar(8) NOT NULL,
  recipient_id varchar(255) NOT NULL,
  recipient_name varchar(300) NOT NULL,
  recipient_body varchar(12) NOT NULL,
  scope varchar(8000) NOT NULL,
  scope_note varchar(1000) NOT NULL,
  version integer NOT NULL,
  asked_by varchar(300) NOT NULL,
  asked_by_name varchar(300) NOT NULL,
  asked_by_title varchar(50) NOT NULL,
  asked_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, consent_id)
);
CREATE INDEX consent_of_student ON consent (school_id, student_id);

-- What happened: explained, shown, talked, given, refused, withdrawn, or another basis by law. Rows are only added;
-- what holds today follows from them.
CREATE TABLE consent_event (
  school_id varchar(255) NOT NULL,
  consent_id varchar(36) NOT NULL,
  event_no integer NOT NULL,
  student_id varchar(255) NOT NULL,
  kind varchar(12) NOT NULL,
  on_day date NOT NULL,
  items varchar(8000) NOT NULL,
  note varchar(2000) NOT NULL,
  facts varchar(8000) NOT NULL,
  content_hash varchar(64) NOT NULL,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_by_title varchar(50) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, consent_id, event_no)
);
CREATE INDEX consent_event_of_student ON consent_event (school_id, student_id);

-- What was shown or handed over, word by word, once for each content.
CREATE TABLE consent_content (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  content_hash varchar(64) NOT NULL,
  content varchar(1000000) NOT NULL,
  kept_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, student_id, content_hash)
);
