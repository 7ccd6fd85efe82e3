-- SPDX-License-Identifier: Apache-2.0
-- Results of learning elsewhere for grading (学校教育法施行規則57条2項), apart from attendance: nothing
-- here makes or hinders a decision on crediting.
CREATE TABLE learning_result (
  school_id varchar(255) NOT NULL,
  result_id varchar(36) NOT NULL,
  student_id varchar(255) NOT NULL,
  subject varchar(100) NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  content varchar(4000) NOT NULL,
  suits_curriculum boolean NOT NULL,
  told_how varchar(300) NOT NULL,
  told_on date,
  noted_by varchar(300) NOT NULL,
  noted_by_name varchar(300) NOT NULL,
  noted_at timestamp(6) with time zone NOT NULL,
  voided_by_name varchar(300) NOT NULL,
  voided_at timestamp(6) with time zone,
  void_reason varchar(1000) NOT NULL,
  PRIMARY KEY (school_id, result_id)
);
CREATE INDEX learning_result_of_student ON learning_result (student_id, first_on);
