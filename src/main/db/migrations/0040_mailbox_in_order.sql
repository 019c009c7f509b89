-- The listing of a mailbox is read in its order out of this index alone, without sorting.
DROP INDEX voicemail_message_by_extension;
CREATE INDEX voicemail_message_by_extension ON voicemail_message (extension_id, received_at, id);
