-- SPDX-License-Identifier: Apache-2.0
-- What integrators and third-party bundles made of attendance codes, each from a day on. A row is
-- never rewritten: a change, and the end of a code, is another row. Where two rows of a code begin
-- on one day, the one with the higher number holds.
CREATE TABLE code_version (
  code_id varchar(64) NOT NULL,
  version_number integer NOT NULL,
  first_on date NOT NULL,
  body varchar(10000) NOT NULL,
  origin varchar(100) NOT NULL,
  note varchar(1000) NOT NULL,
  backward_reason varchar(1000) NOT NULL,
  activated_by varchar(300) NOT NULL,
  activated_by_name varchar(300) NOT NULL,
  activated_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (code_id, version_number)
);
-- The words of 備考 that the installation, a municipality or a school sets in place of the code's
-- own; no words mean that from this day on nothing is set. The newest row of a day holds.
CREATE TABLE remark_template (
  scope_kind varchar(12) NOT NULL,
  scope_id varchar(255) NOT NULL,
  code_id varchar(64) NOT NULL,
  version_number integer NOT NULL,
  first_on date NOT NULL,
  template varchar(200),
  note varchar(1000) NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (scope_kind, scope_id, code_id, version_number)
);
