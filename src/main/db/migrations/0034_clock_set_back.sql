-- The latest time that sweeps knew before the clock was set back; NULL when it was not, or that time has come.
ALTER TABLE retention ADD COLUMN doubted_at TEXT;
