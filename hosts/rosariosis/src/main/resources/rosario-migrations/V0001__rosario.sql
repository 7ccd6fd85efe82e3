-- SPDX-License-Identifier: Apache-2.0
-- What we keep beside RosarioSIS. No foreign key leads into its tables: it must stay free to change them.

-- Attendance codes as the host shall know them. Its row numbers are new every year, so the short name leads to the code.
CREATE TABLE rosario_code (
  school_id integer NOT NULL,
  school_year smallint NOT NULL,
  short_name varchar(10) NOT NULL,
  code varchar(64) NOT NULL,
  title varchar(200) NOT NULL,
  state char(1) NOT NULL CHECK (state IN ('P', 'A')),
  PRIMARY KEY (school_id, school_year, short_name)
);

-- Tickets that were used once; kept until they would have run out anyway.
CREATE TABLE rosario_ticket (
  jti varchar(64) PRIMARY KEY,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX rosario_ticket_expiry ON rosario_ticket (expires_at);

-- Stays that were told to the extension, so that one that is gone can be told too.
CREATE TABLE rosario_stay (
  student_id integer NOT NULL,
  stay_id varchar(40) NOT NULL,
  PRIMARY KEY (student_id, stay_id)
);

-- What changed at the host and was not told yet.
CREATE TABLE rosario_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind varchar(8) NOT NULL,
  school_id integer,
  school_year smallint,
  student_id integer,
  day date
);

-- Marks that were replaced: the host keeps none of them.
CREATE TABLE rosario_mark_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  student_id integer NOT NULL,
  day date NOT NULL,
  course_period_id integer,
  code_before integer,
  code_after integer,
  changed_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX rosario_mark_change_student ON rosario_mark_change (student_id, day);

-- The functions run with the rights of our role; the host's role needs none on our tables.
CREATE FUNCTION rosario_mark_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tsunagi, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rosario_outbox (kind, student_id, day) VALUES ('mark', OLD.student_id, OLD.school_date);
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR (NEW.student_id, NEW.school_date) IS DISTINCT FROM (OLD.student_id, OLD.school_date)) THEN
    INSERT INTO rosario_outbox (kind, student_id, day) VALUES ('mark', NEW.student_id, NEW.school_date);
  END IF;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO rosario_mark_change (student_id, day, course_period_id, code_before)
    VALUES (OLD.student_id, OLD.school_date, OLD.course_period_id, OLD.attendance_code);
  ELSIF TG_OP = 'UPDATE' AND NEW.attendance_code IS DISTINCT FROM OLD.attendance_code THEN
    INSERT INTO rosario_mark_change (student_id, day, course_period_id, code_before, code_after)
    VALUES (NEW.student_id, NEW.school_date, NEW.course_period_id, OLD.attendance_code, NEW.attendance_code);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rosario_stay_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tsunagi, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rosario_outbox (kind, student_id) VALUES ('stay', OLD.student_id);
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.student_id <> OLD.student_id) THEN
    INSERT INTO rosario_outbox (kind, student_id) VALUES ('stay', NEW.student_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rosario_day_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tsunagi, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rosario_outbox (kind, school_id, school_year, day) VALUES ('day', OLD.school_id, OLD.syear, OLD.school_date);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rosario_outbox (kind, school_id, school_year, day) VALUES ('day', NEW.school_id, NEW.syear, NEW.school_date);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION rosario_taken_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tsunagi, pg_temp AS $$
BEGIN
  INSERT INTO rosario_outbox (kind, student_id, day)
  VALUES ('taken', CASE WHEN TG_OP = 'DELETE' THEN OLD.staff_id ELSE NEW.staff_id END,
          CASE WHEN TG_OP = 'DELETE' THEN OLD.school_date ELSE NEW.school_date END);
  RETURN NULL;
END $$;

CREATE TRIGGER tsunagi_mark AFTER INSERT OR UPDATE OR DELETE ON public.attendance_period
  FOR EACH ROW EXECUTE FUNCTION rosario_mark_changed();
CREATE TRIGGER tsunagi_enrolment AFTER INSERT OR UPDATE OR DELETE ON public.student_enrollment
  FOR EACH ROW EXECUTE FUNCTION rosario_stay_changed();
CREATE TRIGGER tsunagi_schedule AFTER INSERT OR UPDATE OR DELETE ON public.schedule
  FOR EACH ROW EXECUTE FUNCTION rosario_stay_changed();
CREATE TRIGGER tsunagi_day AFTER INSERT OR UPDATE OR DELETE ON public.attendance_calendar
  FOR EACH ROW EXECUTE FUNCTION rosario_day_changed();
CREATE TRIGGER tsunagi_taken AFTER INSERT OR UPDATE OR DELETE ON public.attendance_completed
  FOR EACH ROW EXECUTE FUNCTION rosario_taken_changed();
