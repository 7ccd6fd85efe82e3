-- SPDX-License-Identifier: Apache-2.0
-- All parts of 児童生徒理解・支援シート beside 学年別A, their life, and what people have not saved yet.
-- A part has a key of its own (cover, common, a-2026, b-2026, meeting-…); content written before stays as it is and is read as before.
ALTER TABLE sheet ADD COLUMN part_key varchar(60);
UPDATE sheet SET part_key = CONCAT(kind, '-', school_year);
ALTER TABLE sheet ALTER COLUMN part_key SET NOT NULL;
ALTER TABLE sheet DROP CONSTRAINT sheet_one;
ALTER TABLE sheet ADD CONSTRAINT sheet_part UNIQUE (school_id, student_id, part_key);
ALTER TABLE sheet ADD COLUMN state varchar(10) DEFAULT 'draft' NOT NULL;

-- The values that were reflected when the version was saved, as JSON by place: a closed year prints them ever after.
ALTER TABLE sheet_version ADD COLUMN reflected varchar(100000);

-- What a writer has typed and not saved: one for each writer and part. It is no record, and goes when the part is saved.
CREATE TABLE sheet_draft (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  part_key varchar(60) NOT NULL,
  writer_id varchar(300) NOT NULL,
  writer_name varchar(300) NOT NULL,
  based_on integer NOT NULL,
  content varchar(1000000) NOT NULL,
  seen_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, student_id, part_key, writer_id)
);

-- The steps in the life of a part: submitted, returned, approved, unlocked, voided; rows are only added.
CREATE TABLE sheet_event (
  school_id varchar(255) NOT NULL,
  sheet_id bigint NOT NULL,
  event_number integer NOT NULL,
  step varchar(12) NOT NULL,
  to_state varchar(10) NOT NULL,
  version_number integer NOT NULL,
  reason varchar(1000) NOT NULL,
  done_by varchar(300) NOT NULL,
  done_by_name varchar(300) NOT NULL,
  done_by_title varchar(50) NOT NULL,
  done_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (sheet_id, event_number)
);

-- The kinds of need for which a child has the sheet (absence, disability, japanese); the newest row is in force.
CREATE TABLE student_need (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  version integer NOT NULL,
  kinds varchar(60) NOT NULL,
  recorded_by varchar(300) NOT NULL,
  recorded_by_name varchar(300) NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, student_id, version)
);
