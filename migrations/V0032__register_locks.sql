-- SPDX-License-Identifier: Apache-2.0
-- A month of a homeroom's register that was opened again after it was locked, and who closed it.
CREATE TABLE register_unlock (
  school_id varchar(255) NOT NULL,
  homeroom_id varchar(255) NOT NULL,
  month_first_on date NOT NULL,
  unlocked_at timestamp with time zone NOT NULL,
  unlocked_by varchar(255) NOT NULL,
  unlocked_by_name varchar(255) NOT NULL,
  unlocked_by_title varchar(255) NOT NULL,
  reason varchar(1000) NOT NULL,
  locked_at timestamp with time zone,
  locked_by varchar(255),
  PRIMARY KEY (school_id, homeroom_id, month_first_on, unlocked_at)
);

-- Settings of a school's register; a school without a row has the default.
CREATE TABLE register_setting (
  school_id varchar(255) NOT NULL,
  name varchar(64) NOT NULL,
  setting varchar(255) NOT NULL,
  PRIMARY KEY (school_id, name)
);
