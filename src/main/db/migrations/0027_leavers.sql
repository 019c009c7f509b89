-- Whoever has left, and who is deleted, without going through everybody at every start.
CREATE INDEX user_left ON user (left_at) WHERE left_at IS NOT NULL;
CREATE INDEX user_deleted ON user (id) WHERE status = 'DELETED';
