-- SPDX-License-Identifier: Apache-2.0
-- Files that people attached to a section of a sheet, or to an entry of evidence. A row is never rewritten but to void it; a voided
-- file is opened no more and stays in the list.
CREATE TABLE attachment (
  school_id varchar(255) NOT NULL,
  attachment_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  place_kind varchar(10) NOT NULL,
  place_key varchar(60) NOT NULL,
  section_id varchar(100) NOT NULL,
  section_class varchar(10) NOT NULL,
  file_name varchar(300) NOT NULL,
  file_kind varchar(10) NOT NULL,
  byte_count integer NOT NULL,
  sha256 varchar(64) NOT NULL,
  added_by varchar(300) NOT NULL,
  added_by_name varchar(300) NOT NULL,
  added_by_title varchar(50) NOT NULL,
  added_at timestamp(6) with time zone NOT NULL,
  voided_by_name varchar(300) NOT NULL,
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, attachment_id)
);
CREATE INDEX attachment_of_place ON attachment (school_id, student_id, place_kind, place_key);

-- Their contents in pieces of 512 KB, in the database so that one backup holds everything.
CREATE TABLE attachment_content (
  school_id varchar(255) NOT NULL,
  attachment_id varchar(36) NOT NULL,
  piece integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (school_id, attachment_id, piece)
);

-- How large a file may be; the newest version is in force.
CREATE TABLE attachment_setting (
  version integer NOT NULL,
  most_megabytes integer NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (version)
);
