-- SPDX-License-Identifier: Apache-2.0
-- Reminders ask what a school's people were told already, so that each is told of each thing once.
CREATE INDEX notice_of_school ON notice (school_id, kind, told_at);
