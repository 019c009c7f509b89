-- Apostrophes and hyphens that programs set are found by those of a keyboard, and the other way round
-- (src/shared/directory/fold.ts). What was folded before is brought up to date where it has one of them: the lists that have
-- a refresh by that, the library here, because its bags may be anywhere. U+2011 was folded to U+2010 before already.
INSERT OR IGNORE INTO user_search_stale
  SELECT user_id FROM user_search JOIN user_search_text USING (id) WHERE text GLOB '*[’‘ʼ‐–]*';
INSERT OR IGNORE INTO extension_search_stale
  SELECT extension_id FROM extension_search JOIN extension_search_text USING (id) WHERE text GLOB '*[’‘ʼ‐–]*';
INSERT OR IGNORE INTO number_search_stale
  SELECT phone_number FROM number_search JOIN number_search_text USING (id) WHERE text GLOB '*[’‘ʼ‐–]*';
INSERT OR IGNORE INTO voicemail_search_stale
  SELECT message_id FROM voicemail_search JOIN voicemail_search_text USING (id)
  WHERE caller GLOB '*[’‘ʼ‐–]*' OR other GLOB '*[’‘ʼ‐–]*';

UPDATE archive SET
  found_by = replace(replace(replace(replace(replace(found_by, '’', ''''), '‘', ''''), 'ʼ', ''''), '‐', '-'), '–', '-')
WHERE found_by GLOB '*[’‘ʼ‐–]*';

CREATE TEMP TABLE folded_again AS
  SELECT id,
    replace(replace(replace(replace(replace(text, '’', ''''), '‘', ''''), 'ʼ', ''''), '‐', '-'), '–', '-') AS text,
    replace(replace(replace(replace(replace(heard, '’', ''''), '‘', ''''), 'ʼ', ''''), '‐', '-'), '–', '-') AS heard
  FROM archive_message_text WHERE text GLOB '*[’‘ʼ‐–]*' OR heard GLOB '*[’‘ʼ‐–]*';
DELETE FROM archive_message_trigram WHERE rowid IN (SELECT id FROM folded_again);
INSERT INTO archive_message_trigram (rowid, text) SELECT id, text || heard FROM folded_again ORDER BY id;
UPDATE archive_message_text SET text = again.text, heard = again.heard
  FROM folded_again again WHERE again.id = archive_message_text.id;
DROP TABLE folded_again;
