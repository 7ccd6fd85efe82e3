-- SPDX-License-Identifier: Apache-2.0
-- Places of learning outside the school, for the whole installation. Their number of changes is
-- the row 'facility' of change_count; its value is new after every change.
CREATE TABLE facility (
  facility_id varchar(64) NOT NULL PRIMARY KEY,
  name varchar(200) NOT NULL,
  kind varchar(1) NOT NULL,
  prefecture varchar(20) NOT NULL,
  municipality varchar(60) NOT NULL,
  public_body boolean NOT NULL,
  residential boolean NOT NULL,
  counselling boolean NOT NULL,
  address varchar(300) NOT NULL,
  phone varchar(255) NOT NULL,
  contact varchar(200) NOT NULL,
  secrecy_confirmed boolean NOT NULL,
  secrecy_confirmed_on date,
  version integer NOT NULL,
  changed_by varchar(300) NOT NULL,
  changed_by_name varchar(300) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000) NOT NULL
);

-- What was noted at an item of 別添3; the newest note of an item holds. No score.
CREATE TABLE facility_assessment (
  facility_id varchar(64) NOT NULL,
  item_id varchar(8) NOT NULL,
  note_no integer NOT NULL,
  note varchar(2000) NOT NULL,
  noted_by varchar(300) NOT NULL,
  noted_by_name varchar(300) NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (facility_id, item_id, note_no)
);
