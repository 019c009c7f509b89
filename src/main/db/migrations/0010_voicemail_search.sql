-- The extension on which a message came, once it has been moved to another; NULL as long as it is still there.
ALTER TABLE voicemail_message ADD COLUMN arrived_extension_id TEXT REFERENCES extension (id);
CREATE INDEX voicemail_message_by_arrival ON voicemail_message (arrived_extension_id)
  WHERE arrived_extension_id IS NOT NULL;
-- A run that saved a message listed it on the extension on which it was then.
UPDATE voicemail_message SET arrived_extension_id = listed.extension_id
  FROM (
    SELECT run_message.message_id, run.inventory ->> '$.extension.id' AS extension_id, min(run.created_at)
    FROM run_message JOIN run ON run.id = run_message.run_id GROUP BY run_message.message_id
  ) listed
  WHERE listed.message_id = voicemail_message.id AND listed.extension_id <> voicemail_message.extension_id
    AND listed.extension_id IN (SELECT id FROM extension);

-- What the Voicemail page searches, filters and sorts: a row a message. Triggers note whose facts changed
-- (voicemail_search_stale), in the transaction of the change; src/main/db/voicemailSearch.ts brings those messages up to
-- date before anything is read. Every table whose name begins with voicemail_search can be made again from the others.
CREATE TABLE voicemail_search (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  -- A number, so that 999 comes before 1000.
  extension INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  -- The calendar day of that instant in the zone of the mailbox.
  received_day TEXT NOT NULL,
  -- The caller's name, or the number of a caller without one, folded.
  caller_key TEXT NOT NULL,
  seconds REAL NOT NULL,
  folder TEXT NOT NULL,
  is_read INTEGER NOT NULL,
  format TEXT NOT NULL,
  -- Who had the extension when the message came; empty when nobody had or nobody knows. The name is folded.
  then_id TEXT NOT NULL,
  then_key TEXT NOT NULL,
  -- Who has the extension on which it is now; empty when that is free.
  now_id TEXT NOT NULL,
  now_key TEXT NOT NULL
) STRICT;

-- What a message is found by, folded, a line each: name and number of the caller; and extension, person then, person now,
-- transcript.
CREATE TABLE voicemail_search_text (
  id INTEGER PRIMARY KEY,
  caller TEXT NOT NULL,
  other TEXT NOT NULL
) STRICT;

CREATE TABLE voicemail_search_stale (
  message_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE voicemail_search_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO voicemail_search_version VALUES (1, 0);

-- An index an order of the page. What filters the newest stands in the first, so that it alone is read.
CREATE INDEX voicemail_search_by_received ON voicemail_search (received_at, id, received_day, is_read, folder, format);
CREATE INDEX voicemail_search_by_extension ON voicemail_search (extension, received_at DESC, id DESC);
CREATE INDEX voicemail_search_by_caller ON voicemail_search (caller_key, received_at DESC, id DESC);
CREATE INDEX voicemail_search_by_seconds ON voicemail_search (seconds, received_at DESC, id DESC);
CREATE INDEX voicemail_search_by_then ON voicemail_search (then_key, then_id, received_at DESC, id DESC);
CREATE INDEX voicemail_search_by_now ON voicemail_search (now_key, now_id, received_at DESC, id DESC);
-- The messages of one person, and the folders and formats that the filters offer.
CREATE INDEX voicemail_search_of_then ON voicemail_search (then_id, received_at);
CREATE INDEX voicemail_search_of_now ON voicemail_search (now_id, received_at);
CREATE INDEX voicemail_search_of_folder ON voicemail_search (folder, received_at);
CREATE INDEX voicemail_search_of_format ON voicemail_search (format, received_at);

CREATE TRIGGER voicemail_search_message_added AFTER INSERT ON voicemail_message BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale VALUES (NEW.id);
END;
CREATE TRIGGER voicemail_search_message_changed AFTER UPDATE OF extension_id, arrived_extension_id, caller_name,
  caller_number, received_at, seconds, folder, is_read, format, transcript ON voicemail_message BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale VALUES (NEW.id);
END;
CREATE TRIGGER voicemail_search_message_removed AFTER DELETE ON voicemail_message BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale VALUES (OLD.id);
END;
-- Whoever gets or loses an extension: of the messages on it, and of those that came on it.
CREATE TRIGGER voicemail_search_extension_changed AFTER UPDATE OF user_id, extension_number ON extension BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale
    SELECT id FROM voicemail_message WHERE extension_id = NEW.id OR arrived_extension_id = NEW.id;
END;
CREATE TRIGGER voicemail_search_former_user_added AFTER INSERT ON extension_former_user BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale
    SELECT id FROM voicemail_message
    WHERE extension_id = NEW.extension_id OR arrived_extension_id = NEW.extension_id;
END;
CREATE TRIGGER voicemail_search_user_changed AFTER UPDATE OF first_name, last_name, timezone ON user BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale SELECT message_id FROM voicemail_search WHERE now_id = NEW.id;
  INSERT OR IGNORE INTO voicemail_search_stale SELECT message_id FROM voicemail_search WHERE then_id = NEW.id;
END;

CREATE TRIGGER voicemail_search_site_changed AFTER UPDATE OF timezone ON site BEGIN
  INSERT OR IGNORE INTO voicemail_search_stale
    SELECT m.id FROM extension JOIN voicemail_message m ON m.extension_id = extension.id
    WHERE extension.site_id = NEW.id;
END;

-- The messages that are there already.
INSERT INTO voicemail_search_stale SELECT id FROM voicemail_message;
