-- With a greeting goes its picture, as with a message.
CREATE TRIGGER greeting_peaks_removed AFTER DELETE ON greeting BEGIN
  DELETE FROM audio_peaks WHERE sha256 = OLD.sha256;
END;
