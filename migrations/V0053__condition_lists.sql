-- SPDX-License-Identifier: Apache-2.0
-- Condition lists that the installation, a municipality or a school sets in place of the shipped
-- ones. A row is never rewritten; no body means that from this day on nothing is set. The newest
-- row of a day holds.
CREATE TABLE condition_list (
  scope_kind varchar(12) NOT NULL,
  scope_id varchar(255) NOT NULL,
  list_id varchar(64) NOT NULL,
  version_number integer NOT NULL,
  first_on date NOT NULL,
  body varchar(200000),
  note varchar(1000) NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (scope_kind, scope_id, list_id, version_number)
);
