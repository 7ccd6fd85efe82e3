-- SPDX-License-Identifier: Apache-2.0
-- One audit chain per school and one for the installation: rows are only ever added, each sealed by a hash that takes in
-- the hash before it. The head is what a command locks to add its row.
CREATE TABLE audit_head (
  chain varchar(300) NOT NULL,
  seq bigint NOT NULL,
  hash varchar(64) NOT NULL,
  CONSTRAINT audit_head_key PRIMARY KEY (chain)
);

-- It always exists, so that the first command of a school has something to lock while it begins the school's chain.
INSERT INTO audit_head (chain, seq, hash)
VALUES ('installation', 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE audit_row (
  chain varchar(300) NOT NULL,
  seq bigint NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  actor_id varchar(300) NOT NULL,
  actor_name varchar(300) NOT NULL,
  action varchar(100) NOT NULL,
  object varchar(600) NOT NULL,
  facts varchar(1000000) NOT NULL,
  previous_hash varchar(64) NOT NULL,
  hash varchar(64) NOT NULL,
  CONSTRAINT audit_row_key PRIMARY KEY (chain, seq)
);

CREATE INDEX audit_row_by_time ON audit_row (chain, recorded_at);

-- Who read which section of whose sheet.
CREATE TABLE read_log (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  id uuid NOT NULL,
  read_at timestamp(6) with time zone NOT NULL,
  actor_id varchar(300) NOT NULL,
  actor_name varchar(300) NOT NULL,
  section varchar(100) NOT NULL,
  CONSTRAINT read_log_key PRIMARY KEY (school_id, student_id, id)
);

CREATE INDEX read_log_by_student ON read_log (student_id, read_at);
