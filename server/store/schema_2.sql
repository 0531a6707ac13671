-- What schema number 2 adds: accounts and the audit trail. A new database gets schema.sql and this one after the other,
-- one of number 1 gets this. Secrets are kept as the hexadecimal SHA-256 of their text, passwords as Argon2id, times
-- in seconds since 1970.

CREATE TABLE user (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  is_disabled INTEGER NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user_role (
  user TEXT NOT NULL REFERENCES user (id),
  role TEXT NOT NULL,
  PRIMARY KEY (user, role)
) STRICT;

CREATE TABLE session (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  user TEXT NOT NULL REFERENCES user (id),
  begun_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_user ON session (user);

CREATE TABLE api_token (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL REFERENCES user (id),
  label TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX api_token_owner ON api_token (owner, id);

CREATE TABLE api_token_scope (
  token TEXT NOT NULL REFERENCES api_token (id),
  scope TEXT NOT NULL,
  PRIMARY KEY (token, scope)
) STRICT;

CREATE TABLE signer_link (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  signer TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX signer_link_signer ON signer_link (signer);

-- One row at most.
CREATE TABLE setup (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  secret_hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: sqlite_sequence remembers the last entry, so that one missing at the end is found.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN NEW.sequence IN (SELECT sequence FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
