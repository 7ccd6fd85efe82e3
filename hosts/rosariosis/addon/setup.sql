-- SPDX-License-Identifier: GPL-2.0-or-later
-- Run once by the administrator of RosarioSIS's database, in that database:
--   psql -v host_role=rosariosis -f setup.sql rosariosis
-- then give the role a password:  ALTER ROLE tsunagi LOGIN PASSWORD '…';
-- To take everything out again: uninstall.sql
SELECT 'CREATE ROLE tsunagi NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tsunagi') \gexec
CREATE SCHEMA IF NOT EXISTS tsunagi AUTHORIZATION tsunagi;
GRANT USAGE ON SCHEMA public TO tsunagi;
-- Only what is read. No password of a staff member: columns are named.
GRANT SELECT ON schools, school_gradelevels, students, student_enrollment, schedule, courses, course_periods, course_period_school_periods, students_join_people, people,
  people_join_contacts, user_profiles, school_marking_periods, attendance_calendar, attendance_codes, attendance_period, attendance_completed, school_periods TO tsunagi;
GRANT SELECT (syear, staff_id, username, first_name, last_name, profile, profile_id, schools) ON staff TO tsunagi;
GRANT SELECT (school_id, title, config_value) ON config TO tsunagi;
-- The triggers that tell of changes are made by the service itself.
GRANT TRIGGER ON attendance_period, student_enrollment, schedule, attendance_calendar, attendance_completed TO tsunagi;
-- RosarioSIS's own backup (pg_dump as its role) must be able to read our schema.
GRANT USAGE ON SCHEMA tsunagi TO :"host_role";
GRANT SELECT ON ALL TABLES IN SCHEMA tsunagi TO :"host_role";
GRANT SELECT ON ALL SEQUENCES IN SCHEMA tsunagi TO :"host_role";
ALTER DEFAULT PRIVILEGES FOR ROLE tsunagi IN SCHEMA tsunagi GRANT SELECT ON TABLES TO :"host_role";
ALTER DEFAULT PRIVILEGES FOR ROLE tsunagi IN SCHEMA tsunagi GRANT SELECT ON SEQUENCES TO :"host_role";
