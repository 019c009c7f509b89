-- What only those find a message of an archive by who may listen: its transcript, folded. It stands apart, behind the text,
-- so that nobody else finds a message by what was said in it. Rows of before are read again from their bags, and are found
-- meanwhile by those alone who may listen.
ALTER TABLE archive_message_text RENAME COLUMN text TO heard;
ALTER TABLE archive_message_text ADD COLUMN text TEXT NOT NULL DEFAULT '';
UPDATE archive SET signature = NULL;
