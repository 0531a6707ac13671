-- What schema number 3 adds: a document's text as HTML, made of the same bound tree as its PDF (empty for documents
-- that are older), and when a signer said that they had read the data-protection notice.
ALTER TABLE document ADD COLUMN text_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE signer ADD COLUMN notice_at INTEGER;
