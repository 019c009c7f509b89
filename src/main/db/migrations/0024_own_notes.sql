-- The notes of an archive, as JSON, for as long as they could not be written beside its payload; NULL: they lie there.
ALTER TABLE archive ADD COLUMN own_notes TEXT;
