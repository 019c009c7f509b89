-- A page of the runs without going through all of them: first those that can still go on, in each the newest first.
CREATE INDEX run_in_order ON run (status IN ('running', 'paused', 'failed') DESC, created_at DESC, id);
