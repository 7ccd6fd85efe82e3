-- SPDX-License-Identifier: Apache-2.0
-- Sheets of a class that a job printed, kept for a day so that the one who asked can fetch them. One paper for each child, so
-- that the right to each is asked again when they are fetched, and one child's can be destroyed alone.
CREATE TABLE class_print (
  id varchar(36) NOT NULL PRIMARY KEY,
  school_id varchar(255) NOT NULL,
  homeroom_id varchar(255) NOT NULL,
  part varchar(20) NOT NULL,
  requested_by varchar(300) NOT NULL,
  made_at timestamp(6) with time zone NOT NULL,
  left_out integer NOT NULL
);
CREATE INDEX class_print_made_at ON class_print (made_at);

CREATE TABLE class_print_paper (
  id varchar(60) NOT NULL PRIMARY KEY,
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  print_id varchar(36) NOT NULL,
  place integer NOT NULL
);
CREATE INDEX class_print_paper_of_student ON class_print_paper (school_id, student_id);
CREATE INDEX class_print_paper_of_print ON class_print_paper (print_id, place);

-- In pieces below the longest binary value H2 takes; they go with their paper, whoever destroys it.
CREATE TABLE class_print_piece (
  paper_id varchar(60) NOT NULL REFERENCES class_print_paper (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT class_print_piece_key PRIMARY KEY (paper_id, seq)
);
