-- SPDX-License-Identifier: Apache-2.0
-- What each change of closures did to the figures, kept as it was told to the person who made it.
CREATE TABLE closure_change (
  school_id varchar(255) NOT NULL,
  change_id varchar(36) NOT NULL,
  closure_id varchar(36) NOT NULL,
  replaces_id varchar(36),
  action varchar(12) NOT NULL,
  reason varchar(1000) NOT NULL,
  effect text NOT NULL,
  changed_by varchar(255) NOT NULL,
  changed_by_name varchar(300) NOT NULL,
  changed_by_title varchar(50) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (school_id, change_id)
);
CREATE INDEX closure_change_by_closure ON closure_change (school_id, closure_id);
