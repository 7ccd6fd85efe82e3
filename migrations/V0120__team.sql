-- SPDX-License-Identifier: Apache-2.0
-- Who supports a child, who opened a child's sheet in an emergency, what people are told inside the product, and two settings of access.
-- A membership is never deleted: its last day is moved, and the version says how often.
CREATE TABLE team_member (
  school_id varchar(255) NOT NULL,
  member_id varchar(36) NOT NULL,
  version integer NOT NULL,
  student_id varchar(255) NOT NULL,
  staff_id varchar(300) NOT NULL,
  staff_name varchar(300) NOT NULL,
  team_role varchar(20) NOT NULL,
  first_on date NOT NULL,
  last_on date,
  added_by varchar(300) NOT NULL,
  added_by_name varchar(300) NOT NULL,
  added_at timestamp(6) with time zone NOT NULL,
  ended_by varchar(300),
  ended_by_name varchar(300),
  ended_at timestamp(6) with time zone,
  PRIMARY KEY (school_id, member_id)
);
CREATE INDEX team_member_of_student ON team_member (school_id, student_id);
-- The gate asks by person, at most once for each request.
CREATE INDEX team_member_of_staff ON team_member (staff_id, last_on);

CREATE TABLE emergency_access (
  school_id varchar(255) NOT NULL,
  emergency_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  staff_id varchar(300) NOT NULL,
  staff_name varchar(300) NOT NULL,
  staff_title varchar(50) NOT NULL,
  reason varchar(1000) NOT NULL,
  opened_at timestamp(6) with time zone NOT NULL,
  ends_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, emergency_id)
);
CREATE INDEX emergency_access_of_staff ON emergency_access (staff_id, ends_at);

-- A notice tells one person that something happened; it never holds the content of it.
CREATE TABLE notice (
  person_id varchar(300) NOT NULL,
  notice_id varchar(36) NOT NULL,
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  kind varchar(20) NOT NULL,
  about varchar(100) NOT NULL,
  actor_name varchar(300) NOT NULL,
  told_at timestamp(6) with time zone NOT NULL,
  seen_at timestamp(6) with time zone,
  PRIMARY KEY (person_id, notice_id)
);

-- How somebody came to read: ordinary, in an emergency, or by opening a restricted note; and the reason that was given.
ALTER TABLE read_log ADD COLUMN way varchar(10) DEFAULT 'ordinary' NOT NULL;
ALTER TABLE read_log ADD COLUMN reason varchar(1000) DEFAULT '' NOT NULL;
ALTER TABLE read_log ADD COLUMN actor_title varchar(50) DEFAULT '' NOT NULL;

-- What the board decided about access; the newest version is in force.
CREATE TABLE access_setting (
  version integer NOT NULL,
  second_factor boolean NOT NULL,
  reader_names varchar(10) NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (version)
);
