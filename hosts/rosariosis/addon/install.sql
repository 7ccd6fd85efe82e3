-- SPDX-License-Identifier: GPL-2.0-or-later
-- Run by RosarioSIS when the module is activated for the first time (PostgreSQL 13 or later).
INSERT INTO profile_exceptions (profile_id, modname, can_use, can_edit)
SELECT 1, 'Tsunagi/Page.php', 'Y', 'Y' WHERE NOT EXISTS (SELECT 1 FROM profile_exceptions WHERE profile_id=1 AND modname='Tsunagi/Page.php');
INSERT INTO profile_exceptions (profile_id, modname, can_use, can_edit)
SELECT 1, 'Tsunagi/Settings.php', 'Y', 'Y' WHERE NOT EXISTS (SELECT 1 FROM profile_exceptions WHERE profile_id=1 AND modname='Tsunagi/Settings.php');
INSERT INTO profile_exceptions (profile_id, modname, can_use, can_edit)
SELECT 2, 'Tsunagi/Page.php', 'Y', 'Y' WHERE NOT EXISTS (SELECT 1 FROM profile_exceptions WHERE profile_id=2 AND modname='Tsunagi/Page.php');

INSERT INTO config (school_id, title, config_value)
SELECT 0, 'TSUNAGI_URL', 'http://127.0.0.1:8085' WHERE NOT EXISTS (SELECT 1 FROM config WHERE school_id=0 AND title='TSUNAGI_URL');
INSERT INTO config (school_id, title, config_value)
-- No empty text in here: the host turns each into NULL before it runs a statement.
SELECT 0, 'TSUNAGI_SECRET', CAST(gen_random_uuid() AS text) || CAST(gen_random_uuid() AS text)
WHERE NOT EXISTS (SELECT 1 FROM config WHERE school_id=0 AND title='TSUNAGI_SECRET');
INSERT INTO config (school_id, title, config_value)
SELECT 0, 'TSUNAGI_TABS', '{}' WHERE NOT EXISTS (SELECT 1 FROM config WHERE school_id=0 AND title='TSUNAGI_TABS');
