-- What schema number 2 adds: accounts, documents and the audit trail. A new database gets schema.sql and this one after the other,
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

-- Wrong secrets that were tried, counted by the SHA-256 of the account's name or the address they came from.
CREATE TABLE attempt (
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  count INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  PRIMARY KEY (what, who)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_end ON attempt (what, ends_at);

-- Documents with their signers, and every file that belongs to them beside the issued bytes.
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  meeting TEXT NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL,
  drafted_at INTEGER NOT NULL,
  issued_at INTEGER,
  issued_sha256 TEXT NOT NULL,
  head_sha256 TEXT NOT NULL,
  reason TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  demonstration INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX document_meeting ON document (meeting, id);

CREATE TABLE signer (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  place INTEGER NOT NULL,
  field TEXT NOT NULL,
  participant INTEGER,
  party TEXT NOT NULL,
  expected_name TEXT NOT NULL,
  pinned_certificate TEXT NOT NULL,
  state TEXT NOT NULL,
  method TEXT,
  grade TEXT NOT NULL,
  signed_name TEXT NOT NULL,
  decline_reason TEXT NOT NULL,
  opened_at INTEGER,
  ended_at INTEGER,
  UNIQUE (document, place)
) STRICT;

CREATE TABLE upload (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES document (id),
  signer TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  file TEXT NOT NULL,
  field TEXT NOT NULL,
  signed_name TEXT NOT NULL,
  signatures INTEGER NOT NULL,
  at INTEGER NOT NULL,
  decided_at INTEGER
) STRICT;
CREATE INDEX upload_document ON upload (document, number);

-- A sentence of the catalogue by its key; its values one a row.
CREATE TABLE upload_finding (
  upload TEXT NOT NULL REFERENCES upload (id),
  place INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (upload, place)
) STRICT;

CREATE TABLE upload_finding_value (
  upload TEXT NOT NULL,
  finding INTEGER NOT NULL,
  place INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (upload, finding, place),
  FOREIGN KEY (upload, finding) REFERENCES upload_finding (upload, place)
) STRICT;

-- The office's data as JSON of schema office/1: one row at most.
CREATE TABLE office (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE office_template (
  name TEXT NOT NULL PRIMARY KEY,
  xml TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- Files of photos; place and caption are in meeting_photos.
CREATE TABLE photo (
  meeting TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (meeting, sha256)
) STRICT;

CREATE INDEX record_meeting ON record (meeting);

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

-- Long work; what was running when the service stopped goes on.
CREATE TABLE job (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  result TEXT NOT NULL,
  problem TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

-- Answers to requests with an Idempotency-Key, for a day.
CREATE TABLE kept_answer (
  key_hash TEXT NOT NULL PRIMARY KEY,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_answer_at ON kept_answer (at);

CREATE TABLE kept_answer_field (
  answer TEXT NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (answer, place)
) STRICT;
