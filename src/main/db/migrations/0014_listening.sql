-- Every format that can be archived. The list of the first migration has no name by which it could be widened, so the column
-- is made anew; what other migrations add to the table stays as it is.
ALTER TABLE voicemail_message ADD COLUMN audio_format TEXT;
UPDATE voicemail_message SET audio_format = format;
ALTER TABLE voicemail_message DROP COLUMN format;
ALTER TABLE voicemail_message RENAME COLUMN audio_format TO format;
ALTER TABLE voicemail_message ALTER COLUMN format SET NOT NULL;
ALTER TABLE voicemail_message ADD CONSTRAINT voicemail_format CHECK (format IN (
  'wav-pcm', 'wav-ulaw', 'wav-alaw', 'wav-gsm', 'gsm', 'ulaw', 'alaw', 'g722', 'sln', 'sln12', 'sln16', 'sln24', 'sln32',
  'sln44', 'sln48', 'sln96', 'sln192', 'au', 'mp3', 'ogg', 'ogg-speex', 'amr-nb', 'amr-wb', 'm4a'));

-- The picture of an audio file, by its hash, so that a message and its copy in an archive share it: of each of so many equal
-- parts the loudest sample, from 0 to 255.
CREATE TABLE audio_peaks (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  peaks BLOB NOT NULL CHECK (length(peaks) BETWEEN 1 AND 2048)
) STRICT, WITHOUT ROWID;

-- With a message goes its picture.
CREATE TRIGGER audio_peaks_removed AFTER DELETE ON voicemail_message BEGIN
  DELETE FROM audio_peaks WHERE sha256 = OLD.sha256;
END;
