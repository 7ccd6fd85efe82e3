-- SPDX-License-Identifier: Apache-2.0
-- Sheets of 児童生徒理解・支援シート. The unique key makes two first writers of one sheet collide, so that one of them is told.
CREATE TABLE sheet (
  id bigint NOT NULL,
  school_id varchar(255) NOT NULL,
  student_id varchar(255) NOT NULL,
  kind varchar(20) NOT NULL,
  school_year integer NOT NULL,
  newest_version integer NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  created_by varchar(300) NOT NULL,
  created_by_name varchar(300) NOT NULL,
  CONSTRAINT sheet_key PRIMARY KEY (id),
  CONSTRAINT sheet_one UNIQUE (school_id, student_id, kind, school_year)
);

-- Every version that was ever saved, as JSON; rows are only added.
CREATE TABLE sheet_version (
  id bigint NOT NULL,
  school_id varchar(255) NOT NULL,
  sheet_id bigint NOT NULL,
  version_number integer NOT NULL,
  content varchar(1000000) NOT NULL,
  saved_by varchar(300) NOT NULL,
  saved_by_name varchar(300) NOT NULL,
  saved_by_title varchar(50) NOT NULL,
  saved_at timestamp(6) with time zone NOT NULL,
  CONSTRAINT sheet_version_key PRIMARY KEY (id),
  CONSTRAINT sheet_version_one UNIQUE (sheet_id, version_number),
  CONSTRAINT sheet_version_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (id)
);
