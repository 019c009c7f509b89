-- What the Users page searches, filters and sorts: a row a person. Triggers note whose facts changed (user_search_stale),
-- in the transaction of the change; src/main/db/userSearch.ts brings those people up to date before anything is read.
-- Every table whose name begins with user_search can be made again from the others.
CREATE TABLE user_search (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL UNIQUE,
  -- Last and first name, folded.
  name_key TEXT NOT NULL,
  user_name TEXT NOT NULL COLLATE NOCASE,
  email TEXT NOT NULL COLLATE NOCASE,
  -- NULL without an extension; a number, so that 999 comes before 1000.
  extension INTEGER,
  status TEXT NOT NULL,
  site TEXT NOT NULL COLLATE NOCASE,
  department TEXT NOT NULL COLLATE NOCASE,
  -- The names, ', ' between them.
  licences TEXT NOT NULL COLLATE NOCASE,
  leaves_on TEXT,
  voicemails INTEGER NOT NULL
) STRICT;

-- What a person is found by, folded, a line each: name, user name, e-mail, extension, phone numbers. Two empty lines
-- end it, so that its last letters are the beginning of a trigram, too.
CREATE TABLE user_search_text (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE user_search_trigram USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
-- The trigrams in use and how many people have each: one or two letters are looked up by the trigrams they begin.
CREATE VIRTUAL TABLE user_search_term USING fts5vocab (user_search_trigram, 'row');

CREATE TABLE user_search_stale (
  user_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- Counts the batches that were brought up to date: an answer that was kept is right while the number stays.
CREATE TABLE user_search_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO user_search_version VALUES (1, 0);

-- An index an order of the page. The status stands in each, so that the default list (nobody who is deleted) is read
-- from the index alone. Whoever has no day of leaving comes last in both directions.
CREATE INDEX user_search_by_name ON user_search (name_key, status);
CREATE INDEX user_search_by_extension ON user_search (extension IS NULL, extension, name_key, status);
CREATE INDEX user_search_by_status ON user_search (status, name_key);
CREATE INDEX user_search_by_site ON user_search (site, name_key, status);
CREATE INDEX user_search_by_department ON user_search (department, name_key, status);
CREATE INDEX user_search_by_leaves_on ON user_search (leaves_on IS NULL, leaves_on, name_key, status);
CREATE INDEX user_search_by_leaves_on_down ON user_search (leaves_on IS NULL, leaves_on DESC, name_key, status);
CREATE INDEX user_search_by_voicemails ON user_search (voicemails DESC, name_key, status);
-- The licences that the filter offers.
CREATE INDEX licence_by_name ON licence (name);

CREATE TRIGGER user_search_user_added AFTER INSERT ON user BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.id);
END;
CREATE TRIGGER user_search_user_changed AFTER UPDATE OF user_name, first_name, last_name, primary_email, status, site_id,
  department, leaves_on ON user BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.id);
END;
CREATE TRIGGER user_search_user_removed AFTER DELETE ON user BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (OLD.id);
END;
CREATE TRIGGER user_search_site_renamed AFTER UPDATE OF name ON site BEGIN
  INSERT OR IGNORE INTO user_search_stale SELECT id FROM user WHERE site_id = NEW.id;
END;

CREATE TRIGGER user_search_extension_added AFTER INSERT ON extension WHEN NEW.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.user_id);
END;
CREATE TRIGGER user_search_extension_left AFTER UPDATE OF user_id, extension_number ON extension
  WHEN OLD.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (OLD.user_id);
END;
CREATE TRIGGER user_search_extension_given AFTER UPDATE OF user_id ON extension WHEN NEW.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.user_id);
END;
CREATE TRIGGER user_search_extension_removed AFTER DELETE ON extension WHEN OLD.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (OLD.user_id);
END;

CREATE TRIGGER user_search_number_added AFTER INSERT ON phone_number BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id = NEW.extension_id AND user_id IS NOT NULL;
END;
CREATE TRIGGER user_search_number_moved AFTER UPDATE OF phone_number, extension_id ON phone_number BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id IN (OLD.extension_id, NEW.extension_id) AND user_id IS NOT NULL;
END;
CREATE TRIGGER user_search_number_removed AFTER DELETE ON phone_number BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id = OLD.extension_id AND user_id IS NOT NULL;
END;

CREATE TRIGGER user_search_voicemail_added AFTER INSERT ON voicemail_message BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id = NEW.extension_id AND user_id IS NOT NULL;
END;
CREATE TRIGGER user_search_voicemail_moved AFTER UPDATE OF extension_id ON voicemail_message BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id IN (OLD.extension_id, NEW.extension_id) AND user_id IS NOT NULL;
END;
CREATE TRIGGER user_search_voicemail_removed AFTER DELETE ON voicemail_message BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id = OLD.extension_id AND user_id IS NOT NULL;
END;

CREATE TRIGGER user_search_licence_added AFTER INSERT ON licence WHEN NEW.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.user_id);
END;
CREATE TRIGGER user_search_licence_left AFTER UPDATE OF user_id, name ON licence WHEN OLD.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (OLD.user_id);
END;
CREATE TRIGGER user_search_licence_given AFTER UPDATE OF user_id ON licence WHEN NEW.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.user_id);
END;
CREATE TRIGGER user_search_licence_removed AFTER DELETE ON licence WHEN OLD.user_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (OLD.user_id);
END;

-- The people who are there already.
INSERT INTO user_search_stale SELECT id FROM user;
