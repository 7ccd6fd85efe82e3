-- SPDX-License-Identifier: Apache-2.0
-- What counting and printing need to know of a school and no host keeps.
CREATE TABLE school_profile (
  school_id varchar(255) NOT NULL PRIMARY KEY,
  prefecture varchar(20) NOT NULL,
  municipality varchar(60) NOT NULL,
  establishing_body varchar(12) NOT NULL,
  school_code varchar(20) NOT NULL
);
