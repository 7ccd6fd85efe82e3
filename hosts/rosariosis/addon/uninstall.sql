-- SPDX-License-Identifier: GPL-2.0-or-later
-- Takes everything of ours out of the database, with all sheets and decisions: make a backup first.
DROP SCHEMA IF EXISTS tsunagi CASCADE; -- the triggers on the host's tables go with their functions
DROP OWNED BY tsunagi;
DROP ROLE tsunagi;
