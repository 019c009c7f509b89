-- Extensions are told apart by their digits: 042 and 42 are two. The number is for the order alone.
ALTER TABLE voicemail_search ADD COLUMN extension_number TEXT NOT NULL DEFAULT '';
UPDATE voicemail_search SET extension_number = extension.extension_number
  FROM voicemail_message m JOIN extension ON extension.id = m.extension_id
  WHERE m.id = voicemail_search.message_id;

DROP INDEX voicemail_search_by_extension;
CREATE INDEX voicemail_search_by_extension
  ON voicemail_search (extension, extension_number, received_at DESC, id DESC);
