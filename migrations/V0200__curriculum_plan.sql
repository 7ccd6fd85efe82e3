-- SPDX-License-Identifier: Apache-2.0
-- Plans of special curricula. A plan is one table of a grade or of a course in it; it holds nothing about a child.
CREATE TABLE curriculum_plan (
  school_id varchar(255) NOT NULL,
  plan_id varchar(36) NOT NULL,
  name varchar(200) NOT NULL,
  target varchar(16) NOT NULL,
  created_by varchar(300) NOT NULL,
  created_by_name varchar(300) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, plan_id)
);

-- Its versions. A draft is rewritten under a revision; an approved version is never touched again, and a change is the next version.
CREATE TABLE curriculum_plan_version (
  school_id varchar(255) NOT NULL,
  plan_id varchar(36) NOT NULL,
  version integer NOT NULL,
  state varchar(12) NOT NULL,
  revision integer NOT NULL,
  content varchar(1000000) NOT NULL,
  saved_by varchar(300) NOT NULL,
  saved_by_name varchar(300) NOT NULL,
  saved_at timestamp(6) with time zone NOT NULL,
  approved_on date,
  effective_on date,
  approval_reference varchar(500) NOT NULL,
  PRIMARY KEY (school_id, plan_id, version)
);
