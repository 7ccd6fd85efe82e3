-- SPDX-License-Identifier: Apache-2.0
-- How often a small, much-read set of rows was changed. A node keeps the rows in memory with the
-- number it read them at, and reads them again when the number is another one.
CREATE TABLE change_count (
  name varchar(40) NOT NULL PRIMARY KEY,
  changes bigint NOT NULL
);
INSERT INTO change_count (name, changes) VALUES ('code', 0);
INSERT INTO change_count (name, changes) VALUES ('facility', 0);
