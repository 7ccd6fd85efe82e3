-- SPDX-License-Identifier: Apache-2.0
-- Service accounts: the token is shown once and kept as its SHA-256; revoked accounts stay.
CREATE TABLE service_account (
  name varchar(64) NOT NULL,
  token_hash varchar(64) NOT NULL,
  privileges varchar(1000) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  created_by varchar(300) NOT NULL,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  CONSTRAINT service_account_key PRIMARY KEY (name),
  CONSTRAINT service_account_token UNIQUE (token_hash)
);
