-- SPDX-License-Identifier: Apache-2.0
-- Who said "I have read it" of which content: bound to the SHA-256 of the content, so that a change asks again.
CREATE TABLE acknowledgement (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  part_key varchar(60) NOT NULL,
  person_id varchar(300) NOT NULL,
  content_hash varchar(64) NOT NULL,
  version_number integer NOT NULL,
  person_name varchar(300) NOT NULL,
  person_title varchar(50) NOT NULL,
  read_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, student_id, part_key, person_id, content_hash)
);
