-- SPDX-License-Identifier: Apache-2.0
-- Notes on a child that only named people or roles may open, one by one and with a reason. A note is never rewritten, only voided.
CREATE TABLE restricted_note (
  school_id varchar(255) NOT NULL,
  note_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  kind varchar(20) NOT NULL,
  noted_on date NOT NULL,
  roles varchar(500) NOT NULL,
  content varchar(20000) NOT NULL,
  reported boolean NOT NULL,
  written_by varchar(300) NOT NULL,
  written_by_name varchar(300) NOT NULL,
  written_by_title varchar(50) NOT NULL,
  written_at timestamp(6) with time zone NOT NULL,
  voided_by varchar(300),
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000),
  PRIMARY KEY (school_id, note_id)
);
CREATE INDEX restricted_note_of_student ON restricted_note (school_id, student_id, noted_on);

-- The people named one by one who may open a note.
CREATE TABLE restricted_note_reader (
  school_id varchar(255) NOT NULL,
  note_id varchar(36) NOT NULL,
  staff_id varchar(300) NOT NULL,
  staff_name varchar(300) NOT NULL,
  PRIMARY KEY (school_id, note_id, staff_id)
);
