-- SPDX-License-Identifier: Apache-2.0
-- Which classes of sections somebody saw when saying "I have read it": the hash is of these only, so that a change in what they may
-- not see asks nothing of them.
ALTER TABLE acknowledgement ADD COLUMN section_classes varchar(60) DEFAULT '' NOT NULL;
