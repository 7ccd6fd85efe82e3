-- SPDX-License-Identifier: Apache-2.0
-- What people do about what was noticed. The findings themselves are not here: they are counted whenever somebody asks.
-- Rows are not rewritten: the newest version of a task or a setting is in force, and the others are its history.
CREATE TABLE watch_task (
  school_id varchar(255) NOT NULL,
  task_id varchar(36) NOT NULL,
  version integer NOT NULL,
  student_id varchar(255) NOT NULL,
  finding_key varchar(80) NOT NULL,
  raised_on date NOT NULL,
  next_step varchar(400) NOT NULL,
  person_id varchar(300) NOT NULL,
  person_name varchar(300) NOT NULL,
  person_title varchar(50) NOT NULL,
  due_on date NOT NULL,
  done_on date,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, task_id, version)
);
CREATE INDEX watch_task_of_student ON watch_task (school_id, student_id);

-- A try to reach a home, a visit with its aim, method and result, or a report to the authorities.
CREATE TABLE watch_contact (
  school_id varchar(255) NOT NULL,
  contact_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  contact_on date NOT NULL,
  how varchar(16) NOT NULL,
  reached boolean NOT NULL,
  safety_confirmed boolean NOT NULL,
  aim varchar(1000) NOT NULL,
  method varchar(1000) NOT NULL,
  outcome varchar(1000) NOT NULL,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_by_title varchar(50) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  voided_by varchar(300),
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000),
  PRIMARY KEY (school_id, contact_id)
);
CREATE INDEX watch_contact_of_student ON watch_contact (school_id, student_id, contact_on);

-- An answer to the question whether there was bullying.
CREATE TABLE watch_answer (
  school_id varchar(255) NOT NULL,
  answer_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  answered_on date NOT NULL,
  outcome varchar(16) NOT NULL,
  note varchar(1000) NOT NULL,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_by_title varchar(50) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, answer_id)
);
CREATE INDEX watch_answer_of_student ON watch_answer (school_id, student_id, answered_on);

-- Last year's days absent, counted once by the daily job; it can be dropped and counted again at any time.
CREATE TABLE watch_last_year (
  school_id varchar(255) NOT NULL,
  school_year smallint NOT NULL,
  student_id varchar(255) NOT NULL,
  days_absent smallint NOT NULL,
  days_credited smallint NOT NULL,
  PRIMARY KEY (school_id, school_year, student_id)
);

-- Settings of the board (target ''), of a junior-high district or of a school, from a first day.
CREATE TABLE watch_setting (
  scope varchar(8) NOT NULL,
  target varchar(255) NOT NULL,
  version integer NOT NULL,
  name varchar(200) NOT NULL,
  first_on date NOT NULL,
  content varchar(2000) NOT NULL,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (scope, target, version)
);

-- The schools of a district, as a version of its settings names them.
CREATE TABLE watch_setting_school (
  school_id varchar(255) NOT NULL,
  target varchar(255) NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (school_id, target, version)
);

-- Who was told of which finding: once for each person.
CREATE TABLE watch_notice (
  school_id varchar(255) NOT NULL,
  person_id varchar(300) NOT NULL,
  student_id varchar(255) NOT NULL,
  finding_key varchar(80) NOT NULL,
  told_at timestamp(6) with time zone NOT NULL,
  seen_at timestamp(6) with time zone,
  PRIMARY KEY (school_id, person_id, student_id, finding_key)
);

-- The address to which a person wants to be told that there is something to see; each sets the own one.
CREATE TABLE watch_mail_address (
  person_id varchar(300) NOT NULL PRIMARY KEY,
  address varchar(254) NOT NULL,
  version integer NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL
);

-- Mail that waits, is on its way, was sent or was given up. It holds a number and no content. Committed as "sending" before
-- the server is spoken to, so that a mail of an interrupted try is not sent twice.
CREATE TABLE watch_mail (
  mail_id varchar(36) NOT NULL PRIMARY KEY,
  person_id varchar(300) NOT NULL,
  notices integer NOT NULL,
  state varchar(8) NOT NULL,
  attempt integer NOT NULL,
  next_try_at timestamp(6) with time zone NOT NULL,
  queued_at timestamp(6) with time zone NOT NULL,
  sent_at timestamp(6) with time zone
);
CREATE INDEX watch_mail_waiting ON watch_mail (state, next_try_at);
