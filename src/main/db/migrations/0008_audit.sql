-- An audit entry is the text that was hashed (canonical JSON) and its hash; everything else is read out of that text, so
-- no column can say anything else than what the hash covers. The text is the same as before, so old hashes still hold.
CREATE TABLE audit_entry_new (
  seq INTEGER PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content)),
  hash TEXT NOT NULL,
  at TEXT GENERATED ALWAYS AS (content ->> '$.at') VIRTUAL,
  operator TEXT GENERATED ALWAYS AS (content ->> '$.operator') VIRTUAL,
  action TEXT GENERATED ALWAYS AS (content ->> '$.action') VIRTUAL,
  subject TEXT GENERATED ALWAYS AS (content ->> '$.subject') VIRTUAL,
  detail TEXT GENERATED ALWAYS AS (content -> '$.detail') VIRTUAL,
  previous_hash TEXT GENERATED ALWAYS AS (content ->> '$.previousHash') VIRTUAL
) STRICT;
INSERT INTO audit_entry_new (seq, content, hash)
SELECT seq,
  '{"action":' || json_quote(action) || ',"at":' || json_quote(at) || ',"detail":' || detail
    || ',"operator":' || json_quote(operator) || ',"previousHash":' || json_quote(previous_hash)
    || ',"seq":' || seq || ',"subject":' || json_quote(subject) || '}',
  hash
FROM audit_entry ORDER BY seq;
DROP TABLE audit_entry;
ALTER TABLE audit_entry_new RENAME TO audit_entry;

-- Each filter of the administration list, newest first, with the number of hits from the index alone.
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_by_operator ON audit_entry (operator, at);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, at);

-- Whom and what the entries are about, each once: a part of a subject is looked for here.
CREATE TABLE audit_subject (
  subject TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO audit_subject SELECT DISTINCT subject FROM audit_entry;
CREATE TRIGGER audit_entry_subject AFTER INSERT ON audit_entry
BEGIN
  INSERT OR IGNORE INTO audit_subject VALUES (new.subject);
END;

-- Words, authors and rooms of the chat. Nothing of it is ever changed; rows are only added, or go with their table.
CREATE VIRTUAL TABLE chat_search USING fts5(
  body, author_name, content = 'chat_message', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO chat_search (rowid, body, author_name) SELECT rowid, body, author_name FROM chat_message;
CREATE TRIGGER chat_message_search_insert AFTER INSERT ON chat_message
BEGIN
  INSERT INTO chat_search (rowid, body, author_name) VALUES (new.rowid, new.body, new.author_name);
END;
CREATE TRIGGER chat_message_search_delete AFTER DELETE ON chat_message
BEGIN
  INSERT INTO chat_search (chat_search, rowid, body, author_name)
    VALUES ('delete', old.rowid, old.body, old.author_name);
END;
CREATE INDEX chat_message_by_time ON chat_message (sent_at);
CREATE INDEX chat_message_by_room ON chat_message (room, sent_at);
