-- SPDX-License-Identifier: Apache-2.0
-- Long work. A node claims a job by a row lock and beats while it works; a job whose node fell silent is begun again from
-- its start, which is safe because its writes and the state "succeeded" are committed together.
CREATE TABLE job (
  id varchar(36) NOT NULL PRIMARY KEY,
  kind varchar(40) NOT NULL,
  dry_run boolean NOT NULL,
  state varchar(12) NOT NULL,
  requested_by varchar(255) NOT NULL,
  requested_by_name varchar(255) NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  node varchar(36),
  attempt integer NOT NULL,
  beat_at timestamp with time zone,
  cancel_wanted boolean NOT NULL,
  done bigint NOT NULL,
  total bigint NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  ended integer NOT NULL,
  refused integer NOT NULL,
  finding_count integer NOT NULL
);
CREATE INDEX job_state ON job (state, requested_at);

-- The upload, in the database so that every node can read it; removed when the job has ended.
CREATE TABLE job_chunk (
  job_id varchar(36) NOT NULL REFERENCES job (id),
  seq integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (job_id, seq)
);

CREATE TABLE job_finding (
  job_id varchar(36) NOT NULL REFERENCES job (id),
  seq integer NOT NULL,
  severity varchar(10) NOT NULL,
  code varchar(60) NOT NULL,
  file_name varchar(120) NOT NULL,
  line bigint NOT NULL,
  column_name varchar(120) NOT NULL,
  message varchar(1000) NOT NULL,
  sample varchar(80) NOT NULL,
  PRIMARY KEY (job_id, seq)
);

-- One row per lane; whoever claims a job locks the lane first, so that one import runs at a time in the whole installation.
CREATE TABLE job_lane (
  name varchar(20) NOT NULL PRIMARY KEY
);
INSERT INTO job_lane (name) VALUES ('work');
