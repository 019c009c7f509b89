-- Whoever has left, and how many there are of each status, without going through everybody at every start.
CREATE INDEX user_left ON user (left_at) WHERE left_at IS NOT NULL;
CREATE INDEX user_by_status ON user (status);
