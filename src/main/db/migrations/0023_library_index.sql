-- What the messages of archives are found by stands beside them, as in every list that is searched; and the messages of a
-- bag are indexed by one statement: with a trigger for each FTS5 wrote its tables for each. The index keeps which trigrams
-- a text has and not where: half as large, and what it finds is looked at anyway.
DROP TRIGGER archive_message_added;
DROP TRIGGER archive_message_changed;
DROP TRIGGER archive_message_removed;
DROP TABLE archive_message_term;
DROP TABLE archive_message_trigram;

CREATE TABLE archive_message_text (
  id INTEGER PRIMARY KEY,
  -- Folded: person, caller, number, time, transcript, note. Two empty lines end it, so that its last letters are the
  -- beginning of a trigram, too.
  text TEXT NOT NULL
) STRICT;
INSERT INTO archive_message_text SELECT id, text FROM archive_message;
ALTER TABLE archive_message DROP COLUMN text;

CREATE VIRTUAL TABLE archive_message_trigram USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram', detail = 'none'
);
-- A row an instance, so that the first of a trigram is found without counting all of them.
CREATE VIRTUAL TABLE archive_message_term USING fts5vocab (archive_message_trigram, 'instance');
INSERT INTO archive_message_trigram (rowid, text) SELECT id, text FROM archive_message_text ORDER BY id;
CREATE TRIGGER archive_message_removed AFTER DELETE ON archive_message BEGIN
  DELETE FROM archive_message_text WHERE id = OLD.id;
  DELETE FROM archive_message_trigram WHERE rowid = OLD.id;
END;
