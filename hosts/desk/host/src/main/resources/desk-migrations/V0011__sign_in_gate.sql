-- SPDX-License-Identifier: Apache-2.0
-- Attempts to sign in are counted one after the other per name and per address: a row of this table is locked while one
-- is counted. 0 to 63 stand for names, 64 to 127 for addresses, chosen by a hash.
CREATE TABLE desk_sign_in_gate (
    gate integer NOT NULL PRIMARY KEY
);
INSERT INTO desk_sign_in_gate (gate)
SELECT a.n * 16 + b.n
FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7)) a (n)
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b (n);

-- Secrets of the second factor are sealed under the desk's key from now on. What stood here in clear text was never in
-- a release and is not carried over; it has to be set up again.
ALTER TABLE desk_account ALTER COLUMN totp_secret SET DATA TYPE varchar(400);
UPDATE desk_account SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = 0 WHERE totp_secret IS NOT NULL;
