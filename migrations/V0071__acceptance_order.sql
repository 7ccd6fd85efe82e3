-- SPDX-License-Identifier: Apache-2.0
-- What article 35 asks of an order of suspension: the guardian was heard, and a document with the
-- reason and the period was handed over; and how learning is supported meanwhile.
ALTER TABLE acceptance ADD COLUMN heard_on date;
ALTER TABLE acceptance ADD COLUMN document_on date;
ALTER TABLE acceptance ADD COLUMN document_no varchar(100);
ALTER TABLE acceptance ADD COLUMN learning_support varchar(1000);
