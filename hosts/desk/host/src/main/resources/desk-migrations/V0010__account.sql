-- SPDX-License-Identifier: Apache-2.0
-- Accounts of the desk: who may sign in, with what, and what was done about it.

-- One per person who may sign in. account_id is the staff id, or 'account:…' for a person who is not in the roster.
CREATE TABLE desk_account (
    account_id varchar(255) NOT NULL PRIMARY KEY,
    staff_id varchar(255),
    username varchar(255) NOT NULL,
    username_key varchar(255) NOT NULL UNIQUE,
    display_name varchar(200) NOT NULL,
    password_hash varchar(400) NOT NULL,
    password_changed_at timestamp with time zone NOT NULL,
    must_change boolean NOT NULL,
    one_time_until timestamp with time zone,
    disabled_at timestamp with time zone,
    totp_secret varchar(64),
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint DEFAULT 0 NOT NULL,
    locale varchar(8),
    created_at timestamp with time zone NOT NULL
);

-- Codes that stand in once for a lost second factor; only their hashes.
CREATE TABLE desk_recovery_code (
    account_id varchar(255) NOT NULL REFERENCES desk_account (account_id),
    code_hash varchar(64) NOT NULL,
    used_at timestamp with time zone,
    PRIMARY KEY (account_id, code_hash)
);

-- Posts given at the desk, beside those of the roster.
CREATE TABLE desk_account_post (
    post_id varchar(36) NOT NULL PRIMARY KEY,
    account_id varchar(255) NOT NULL REFERENCES desk_account (account_id),
    role varchar(40) NOT NULL,
    school_id varchar(255),
    first_on date NOT NULL,
    last_on date,
    granted_by varchar(255) NOT NULL,
    granted_at timestamp with time zone NOT NULL
);
CREATE INDEX desk_account_post_account ON desk_account_post (account_id);

-- Open sessions; only the hash of the cookie's token.
CREATE TABLE desk_session (
    token_hash varchar(64) NOT NULL PRIMARY KEY,
    session_key varchar(36) NOT NULL UNIQUE,
    account_id varchar(255) NOT NULL REFERENCES desk_account (account_id),
    stage varchar(20) NOT NULL,
    second_factor boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    address varchar(64) NOT NULL,
    browser varchar(60) NOT NULL
);
CREATE INDEX desk_session_account ON desk_session (account_id);

-- Attempts to sign in, by the hash of the name that was typed, so that an unknown name is treated as a known one.
CREATE TABLE desk_sign_in_attempt (
    attempt_id varchar(36) NOT NULL PRIMARY KEY,
    name_hash varchar(64) NOT NULL,
    address varchar(64) NOT NULL,
    outcome varchar(20) NOT NULL,
    attempted_at timestamp with time zone NOT NULL
);
CREATE INDEX desk_sign_in_attempt_name ON desk_sign_in_attempt (name_hash, attempted_at);
CREATE INDEX desk_sign_in_attempt_address ON desk_sign_in_attempt (address, attempted_at);

-- Settings of the desk as a whole.
CREATE TABLE desk_security_setting (
    setting_key varchar(60) NOT NULL PRIMARY KEY,
    setting_value varchar(200) NOT NULL,
    changed_by varchar(255) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

-- What was done to accounts and settings: who, what, when; no personal text.
CREATE TABLE desk_event (
    event_id varchar(36) NOT NULL PRIMARY KEY,
    happened_at timestamp with time zone NOT NULL,
    done_by varchar(255) NOT NULL,
    kind varchar(40) NOT NULL,
    subject_id varchar(255) NOT NULL,
    detail varchar(200) NOT NULL
);
CREATE INDEX desk_event_happened ON desk_event (happened_at);
