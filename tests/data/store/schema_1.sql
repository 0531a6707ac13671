-- The database of schema number 1 (PRAGMA user_version). Meetings: a table for each struct of domain/meeting.h and
-- each of its lists; of_item is the place of the enclosing list's item, place the row's own. meeting_rows_test holds
-- this file against the structs; a change here is a new schema number with its migration.

CREATE TABLE record (
  id TEXT NOT NULL UNIQUE,
  meeting TEXT NOT NULL,
  document TEXT NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  snapshot_sha256 TEXT NOT NULL,
  verdict_sha256 TEXT NOT NULL,
  verdict TEXT NOT NULL,
  archived_at INTEGER NOT NULL
) STRICT;

CREATE TABLE record_signature (
  record TEXT NOT NULL REFERENCES record (id),
  place INTEGER NOT NULL,
  field TEXT NOT NULL,
  participant INTEGER,
  signer TEXT NOT NULL,
  indication TEXT NOT NULL,
  intact INTEGER NOT NULL,
  demonstration INTEGER NOT NULL,
  PRIMARY KEY (record, place)
) STRICT;
CREATE TABLE meeting (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "schema" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "language" TEXT,
  "accession_list_as_printed" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_source (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "kind" TEXT,
  "seed" TEXT,
  "sha256" TEXT,
  "participants_complete" INTEGER,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_source_source_notes (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "path" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_localities (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "gen" TEXT,
  "loc" TEXT,
  "in" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_project (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "name_short" TEXT,
  "title" TEXT,
  "title_as_printed" TEXT,
  "goal" TEXT,
  "assumption" TEXT,
  "number" TEXT,
  "funding" TEXT,
  "beneficiary" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_leadership (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "institution_ref" TEXT,
  "scope" TEXT,
  "as_printed" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_leadership_roles (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_team (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "name" TEXT,
  "name_gen" TEXT,
  "locality_ref" TEXT,
  "created_in_as_printed" TEXT,
  "purpose" TEXT,
  "expected_effects_as_printed" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_team_expected_effects (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_meeting (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "kind" TEXT,
  "held_within" TEXT,
  "title" TEXT,
  "date" TEXT,
  "date_text" TEXT,
  "time_from" TEXT,
  "time_to" TEXT,
  "attended_by_as_printed" TEXT,
  "addressed_to_as_printed" TEXT,
  "opening_as_printed" TEXT,
  "introduction" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_meeting_venue (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "room" TEXT,
  "institution_ref" TEXT,
  "locality_ref" TEXT,
  "street" TEXT,
  "text_loc" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_meeting_addressed_to (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_meeting_purposes (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_meeting_agenda (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "note" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_declaration (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "title" TEXT,
  "framework_as_printed" TEXT,
  "number" TEXT,
  "effective_date" TEXT,
  "validity_text" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_institutions (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "name_gen" TEXT,
  "locality_ref" TEXT,
  "short_name" TEXT,
  "name_suggested" TEXT,
  "address" TEXT,
  "nip" TEXT,
  "regon" TEXT,
  "krs" TEXT,
  "gender" TEXT,
  "resources" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_participants (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "order" INTEGER NOT NULL,
  "function" TEXT,
  "function_suggested" TEXT,
  "function_as_printed" TEXT,
  "institution_ref" TEXT,
  "role_as_printed" TEXT,
  "accession" TEXT,
  "basis" TEXT,
  "proxy" INTEGER,
  "note" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_participants_person (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "rank" TEXT,
  "rank_full" TEXT,
  "first_name" TEXT,
  "last_name" TEXT,
  "form_of_address" TEXT,
  "gender" TEXT,
  "gender_basis" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_participants_roles (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;

CREATE TABLE meeting_photos (
  of_meeting TEXT NOT NULL,
  of_item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "order" INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "caption" TEXT,
  PRIMARY KEY (of_meeting, of_item, place)
) STRICT;
