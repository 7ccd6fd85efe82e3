-- SPDX-License-Identifier: Apache-2.0
-- Settings of the desk itself, one row each.
CREATE TABLE desk_setting (
  name varchar(100) NOT NULL PRIMARY KEY,
  setting varchar(4000) NOT NULL
);
