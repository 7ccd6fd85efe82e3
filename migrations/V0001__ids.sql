-- SPDX-License-Identifier: Apache-2.0
-- One sequence numbers the rows of every table with an id. EclipseLink takes blocks of 50 and reads nextval as the last
-- number of a block, hence the start.
CREATE SEQUENCE tsunagi_id START WITH 50 INCREMENT BY 50;
