-- SPDX-License-Identifier: Apache-2.0
-- Tallies of whole schools as a job counted them last, for exports and statistics of a city. They
-- are a copy of what counting said on one day, and are replaced school by school; nothing that a
-- teacher sees is read from here.
CREATE TABLE tally_snapshot (
  school_no integer NOT NULL,
  school_year smallint NOT NULL,
  monthly boolean NOT NULL,
  counted_to date NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  PRIMARY KEY (school_no, school_year, monthly)
);

-- month_no: 0 is the year, 1 is April
CREATE TABLE tally_snapshot_row (
  school_no integer NOT NULL,
  school_year smallint NOT NULL,
  month_no smallint NOT NULL,
  student_no integer NOT NULL,
  stay_id varchar(255) NOT NULL,
  grade varchar(2) NOT NULL,
  first_day integer NOT NULL,
  school_days smallint NOT NULL,
  exempt_days smallint NOT NULL,
  days_absent smallint NOT NULL,
  credited_days smallint NOT NULL,
  late_arrivals smallint NOT NULL,
  early_departures smallint NOT NULL,
  separate_room_days smallint NOT NULL,
  cumulative_days_absent smallint NOT NULL,
  credited_1 smallint NOT NULL,
  credited_2 smallint NOT NULL,
  credited_3 smallint NOT NULL,
  credited_4 smallint NOT NULL,
  credited_5 smallint NOT NULL,
  credited_6 smallint NOT NULL,
  credited_7 smallint NOT NULL,
  credited_8 smallint NOT NULL,
  credited_activity_days smallint NOT NULL,
  online_days_held smallint NOT NULL,
  online_days_taken_part smallint NOT NULL,
  unknown_days smallint NOT NULL,
  PRIMARY KEY (school_no, school_year, month_no, student_no, stay_id)
);
