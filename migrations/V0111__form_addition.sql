-- SPDX-License-Identifier: Apache-2.0
-- Sections that the installation, a municipality or a school adds to a part of the sheet, each from a day on. Rows are never
-- rewritten: a change, and the end of a section (no body), is another row; what was written in a withdrawn field stays.
CREATE TABLE form_addition (
  scope_kind varchar(12) NOT NULL,
  scope_id varchar(255) NOT NULL,
  section_id varchar(60) NOT NULL,
  version_number integer NOT NULL,
  part varchar(20) NOT NULL,
  first_on date NOT NULL,
  body varchar(20000) NOT NULL,
  set_by varchar(300) NOT NULL,
  set_by_name varchar(300) NOT NULL,
  set_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (scope_kind, scope_id, section_id, version_number)
);
