-- SPDX-License-Identifier: GPL-2.0-or-later
-- Run by RosarioSIS when the module is deleted. Marks stay; so do codes that marks still name. Sheets and decisions are in the schema tsunagi: uninstall.sql.
DELETE FROM profile_exceptions WHERE modname IN (SELECT 'Students/Student.php&category_id=' || id FROM student_field_categories WHERE include='Tsunagi/Tab');
DELETE FROM staff_exceptions WHERE modname IN (SELECT 'Students/Student.php&category_id=' || id FROM student_field_categories WHERE include='Tsunagi/Tab');
DELETE FROM student_field_categories WHERE include='Tsunagi/Tab';
DELETE FROM profile_exceptions WHERE modname LIKE 'Tsunagi/%';
DELETE FROM staff_exceptions WHERE modname LIKE 'Tsunagi/%';
DELETE FROM config WHERE school_id=0 AND title IN ('TSUNAGI_URL', 'TSUNAGI_SECRET', 'TSUNAGI_TABS');
