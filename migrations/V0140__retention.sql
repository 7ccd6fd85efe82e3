-- SPDX-License-Identifier: Apache-2.0
-- How long a school keeps what it holds about a child who has left; the newest version is in force.
CREATE TABLE retention_setting (
  school_id varchar(255) NOT NULL,
  version integer NOT NULL,
  keep_years integer NOT NULL,
  basis varchar(1000) NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, version)
);

-- What must not be destroyed for now (保留), with its reason.
CREATE TABLE retention_hold (
  school_id varchar(255) NOT NULL,
  hold_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  reason varchar(1000) NOT NULL,
  held_by varchar(300) NOT NULL,
  held_by_name varchar(300) NOT NULL,
  held_at timestamp(6) with time zone NOT NULL,
  released_by varchar(300) NOT NULL,
  released_by_name varchar(300) NOT NULL,
  released_at timestamp(6) with time zone,
  release_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, hold_id)
);
CREATE INDEX retention_hold_of_student ON retention_hold (school_id, student_id);

-- A destruction: proposed by one person, done or turned down by another. It keeps kinds, counts and hashes, never content.
CREATE TABLE destruction (
  school_id varchar(255) NOT NULL,
  destruction_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  state varchar(10) NOT NULL,
  left_on date NOT NULL,
  due_on date NOT NULL,
  reason varchar(1000) NOT NULL,
  counts varchar(4000) NOT NULL,
  content_hash varchar(64) NOT NULL,
  proposed_by varchar(300) NOT NULL,
  proposed_by_name varchar(300) NOT NULL,
  proposed_at timestamp(6) with time zone NOT NULL,
  closed_by varchar(300) NOT NULL,
  closed_by_name varchar(300) NOT NULL,
  closed_at timestamp(6) with time zone,
  PRIMARY KEY (school_id, destruction_id)
);
CREATE INDEX destruction_of_student ON destruction (school_id, student_id);
