-- What the Extensions & numbers page searches, filters and sorts: a row an extension, and a row a phone number. Triggers
-- note whose facts changed (…_stale), in the transaction of the change; src/main/db/extensionSearch.ts and numberSearch.ts
-- bring those up to date before anything is read. Every table here can be made again from the others.
CREATE TABLE extension_search (
  id INTEGER PRIMARY KEY,
  extension_id TEXT NOT NULL UNIQUE,
  -- A number, so that 999 comes before 1000.
  extension INTEGER NOT NULL,
  -- Last and first name of who has it, folded; NULL on a free one.
  holder_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('assigned', 'deactivated', 'free')),
  site TEXT NOT NULL COLLATE NOCASE,
  voicemails INTEGER NOT NULL,
  numbers INTEGER NOT NULL
) STRICT;
-- Extension, phone numbers, who has it and who had it: folded, a line each.
CREATE TABLE extension_search_text (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE extension_search_stale (
  extension_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE extension_search_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO extension_search_version VALUES (1, 0);

CREATE INDEX extension_search_by_extension ON extension_search (extension);
-- Free ones come last in both directions.
CREATE INDEX extension_search_by_holder ON extension_search (holder_key IS NULL, holder_key, extension);
CREATE INDEX extension_search_by_holder_down ON extension_search (holder_key IS NULL, holder_key DESC, extension);
CREATE INDEX extension_search_by_site ON extension_search (site, extension);
CREATE INDEX extension_search_by_voicemails ON extension_search (voicemails, extension);
CREATE INDEX extension_search_by_numbers ON extension_search (numbers, extension);
-- The few that a filter leaves are found without reading the many.
CREATE INDEX extension_search_by_state ON extension_search (state, extension);

CREATE TABLE number_search (
  id INTEGER PRIMARY KEY,
  phone_number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('assigned', 'kept', 'parked', 'released', 'porting', 'available')),
  extension INTEGER,
  site TEXT COLLATE NOCASE,
  until TEXT
) STRICT;
CREATE TABLE number_search_text (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE number_search_stale (
  phone_number TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE number_search_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO number_search_version VALUES (1, 0);

CREATE INDEX number_search_by_number ON number_search (phone_number);
CREATE INDEX number_search_by_state ON number_search (state, phone_number);
CREATE INDEX number_search_by_extension ON number_search (extension IS NULL, extension, phone_number);
CREATE INDEX number_search_by_extension_down ON number_search (extension IS NULL, extension DESC, phone_number);
CREATE INDEX number_search_by_until ON number_search (until IS NULL, until, phone_number);
CREATE INDEX number_search_by_until_down ON number_search (until IS NULL, until DESC, phone_number);

CREATE TRIGGER extension_search_added AFTER INSERT ON extension BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (NEW.id);
END;
CREATE TRIGGER extension_search_changed AFTER UPDATE OF user_id, extension_number, site_id ON extension BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (NEW.id);
  INSERT OR IGNORE INTO number_search_stale SELECT phone_number FROM phone_number WHERE extension_id = NEW.id;
END;
CREATE TRIGGER extension_search_removed AFTER DELETE ON extension BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (OLD.id);
END;
CREATE TRIGGER extension_search_user_changed AFTER UPDATE OF user_name, first_name, last_name, status ON user BEGIN
  INSERT OR IGNORE INTO extension_search_stale SELECT id FROM extension WHERE user_id = NEW.id;
  INSERT OR IGNORE INTO extension_search_stale SELECT extension_id FROM extension_former_user WHERE user_id = NEW.id;
  INSERT OR IGNORE INTO number_search_stale SELECT phone_number FROM phone_number
    WHERE extension_id = (SELECT id FROM extension WHERE user_id = NEW.id);
END;
CREATE TRIGGER extension_search_site_renamed AFTER UPDATE OF name ON site BEGIN
  INSERT OR IGNORE INTO extension_search_stale SELECT id FROM extension WHERE site_id = NEW.id;
  INSERT OR IGNORE INTO number_search_stale SELECT phone_number FROM phone_number
    WHERE extension_id IN (SELECT id FROM extension WHERE site_id = NEW.id);
END;
CREATE TRIGGER extension_search_freed AFTER INSERT ON extension_former_user BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (NEW.extension_id);
END;

CREATE TRIGGER extension_search_number_added AFTER INSERT ON phone_number BEGIN
  INSERT OR IGNORE INTO number_search_stale VALUES (NEW.phone_number);
  INSERT OR IGNORE INTO extension_search_stale SELECT id FROM extension WHERE id = NEW.extension_id;
END;
CREATE TRIGGER extension_search_number_changed AFTER UPDATE ON phone_number BEGIN
  INSERT OR IGNORE INTO number_search_stale VALUES (OLD.phone_number), (NEW.phone_number);
  INSERT OR IGNORE INTO extension_search_stale SELECT id FROM extension WHERE id IN (OLD.extension_id, NEW.extension_id);
END;
CREATE TRIGGER extension_search_number_removed AFTER DELETE ON phone_number BEGIN
  INSERT OR IGNORE INTO number_search_stale VALUES (OLD.phone_number);
  INSERT OR IGNORE INTO extension_search_stale SELECT id FROM extension WHERE id = OLD.extension_id;
END;

CREATE TRIGGER extension_search_voicemail_added AFTER INSERT ON voicemail_message BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (NEW.extension_id);
END;
CREATE TRIGGER extension_search_voicemail_moved AFTER UPDATE OF extension_id ON voicemail_message BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (OLD.extension_id), (NEW.extension_id);
END;
CREATE TRIGGER extension_search_voicemail_removed AFTER DELETE ON voicemail_message BEGIN
  INSERT OR IGNORE INTO extension_search_stale VALUES (OLD.extension_id);
END;

-- What is there already.
INSERT INTO extension_search_stale SELECT id FROM extension;
INSERT INTO number_search_stale SELECT phone_number FROM phone_number;
