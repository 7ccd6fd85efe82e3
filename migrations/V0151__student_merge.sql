-- SPDX-License-Identifier: Apache-2.0
-- One child under two ids of the host (二重登録): what Tsunagi holds under the first goes to the second. Proposed by one person, done
-- by another; each row that changed its owner is noted, so that it can be undone.
CREATE TABLE student_merge (
  school_id varchar(255) NOT NULL,
  merge_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  into_student_id varchar(255) NOT NULL,
  state varchar(10) NOT NULL,
  reason varchar(1000) NOT NULL,
  taken_parts varchar(4000) NOT NULL,
  counts varchar(4000) NOT NULL,
  content_hash varchar(64) NOT NULL,
  proposed_by varchar(300) NOT NULL,
  proposed_by_name varchar(300) NOT NULL,
  proposed_at timestamp(6) with time zone NOT NULL,
  done_by_name varchar(300) NOT NULL,
  done_at timestamp(6) with time zone,
  closed_by_name varchar(300) NOT NULL,
  closed_at timestamp(6) with time zone,
  close_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, merge_id)
);
CREATE INDEX student_merge_of_student ON student_merge (student_id, state);

CREATE TABLE student_merge_row (
  school_id varchar(255) NOT NULL,
  merge_id varchar(36) NOT NULL,
  row_no integer NOT NULL,
  table_name varchar(60) NOT NULL,
  row_key varchar(2000) NOT NULL,
  from_student_id varchar(255) NOT NULL,
  to_student_id varchar(255) NOT NULL,
  PRIMARY KEY (school_id, merge_id, row_no)
);
