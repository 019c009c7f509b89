-- Folders in which archives are looked for. What is found there can be found again: nothing but the bags is needed.
CREATE TABLE library_folder (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL,
  looked_at TEXT,
  -- Why the last look did not see all of it.
  problem TEXT
) STRICT;

-- A bag that was sealed again with the same payload has another one.
ALTER TABLE archive ADD COLUMN tagmanifest_sha256 TEXT;
-- Sizes and times of the files that the index was made from; NULL: not indexed yet.
ALTER TABLE archive ADD COLUMN signature TEXT;
ALTER TABLE archive ADD COLUMN missing_since TEXT;
-- The notes, as the file beside the payload has them.
ALTER TABLE archive ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE archive ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE archive ADD COLUMN keep_until TEXT;
ALTER TABLE archive ADD COLUMN legal_hold TEXT;
-- SHA-256 of the notes file that these come from; NULL: there is none.
ALTER TABLE archive ADD COLUMN notes_sha256 TEXT;
-- Why the notes do not lie beside the bag; NULL when they do.
ALTER TABLE archive ADD COLUMN notes_problem TEXT;
-- What an archive is found by, folded.
ALTER TABLE archive ADD COLUMN found_by TEXT NOT NULL DEFAULT '';

CREATE INDEX archive_by_manifest ON archive (manifest_sha256);
CREATE INDEX archive_by_check ON archive (verified_at);
CREATE INDEX archive_by_keep_until ON archive (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE archive_tag (
  archive_id TEXT NOT NULL REFERENCES archive (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (archive_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_tag_by_tag ON archive_tag (tag);

-- What the last check found wrong, and where.
CREATE TABLE archive_problem (
  archive_id TEXT NOT NULL REFERENCES archive (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER,
  message TEXT NOT NULL,
  PRIMARY KEY (archive_id, position)
) STRICT, WITHOUT ROWID;

-- The messages of all archives, made from the bags. The id counts up with the time of the message, so that the newest of
-- a search are read without sorting.
CREATE TABLE archive_message (
  id INTEGER PRIMARY KEY,
  archive_id TEXT NOT NULL REFERENCES archive (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL,
  -- The message as voicemails.json has it.
  content TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  -- What it is found by, folded: person, caller, number, time, transcript, note. Two empty lines end it, so that its last
  -- letters are the beginning of a trigram, too.
  text TEXT NOT NULL,
  UNIQUE (archive_id, message_id)
) STRICT;
CREATE INDEX archive_message_in_order ON archive_message (archive_id, id);
CREATE INDEX archive_message_noted ON archive_message (archive_id) WHERE note <> '';
CREATE VIRTUAL TABLE archive_message_trigram USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE archive_message_term USING fts5vocab (archive_message_trigram, 'row');
CREATE TRIGGER archive_message_added AFTER INSERT ON archive_message BEGIN
  INSERT INTO archive_message_trigram (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER archive_message_changed AFTER UPDATE OF text ON archive_message BEGIN
  UPDATE archive_message_trigram SET text = NEW.text WHERE rowid = NEW.id;
END;
CREATE TRIGGER archive_message_removed AFTER DELETE ON archive_message BEGIN
  DELETE FROM archive_message_trigram WHERE rowid = OLD.id;
END;

-- The bag whose check is under way, and what of it has been read: a check that was stopped goes on.
CREATE TABLE scrub (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  archive_id TEXT REFERENCES archive (id) ON DELETE SET NULL,
  -- The manifest that the check began with; another one begins it anew.
  manifest_sha256 TEXT,
  started_at TEXT,
  -- The day (UTC) and how many bytes were read on it.
  day TEXT,
  day_bytes INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO scrub (id) VALUES (1);
CREATE TABLE scrub_file (
  path TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
