-- What an action took, as JSON, for its undo; NULL for what cannot be undone, and for actions of older versions.
ALTER TABLE applied_action ADD COLUMN taken TEXT;
CREATE INDEX run_by_user ON run (user_id);
