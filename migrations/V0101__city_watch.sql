-- SPDX-License-Identifier: Apache-2.0
-- What the last look at many schools found, for those who look after a whole city. It is a copy of
-- what the rules said on one day, replaced school by school; no teacher's page is read from here.
CREATE TABLE watch_look (
  school_id varchar(255) NOT NULL PRIMARY KEY,
  looked_on date NOT NULL,
  looked_at timestamp(6) with time zone NOT NULL
);

-- of_days: how many school days a finding looks at, or how many of the days are illness; else 0
CREATE TABLE watch_look_finding (
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  finding_key varchar(80) NOT NULL,
  rule varchar(24) NOT NULL,
  since date NOT NULL,
  raised_on date NOT NULL,
  days smallint NOT NULL,
  of_days smallint NOT NULL,
  reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, student_id, finding_key)
);
