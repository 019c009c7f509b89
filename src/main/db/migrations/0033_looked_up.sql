-- What is looked up in tables that grow, without going through all of them: who will write to a folder, which run undid a
-- step, and whose mailbox it is that is named by an e-mail address.
CREATE INDEX run_by_archive_path ON run (archive_path) WHERE archive_path IS NOT NULL;
CREATE INDEX run_step_undo ON run_step (action ->> '$.runId', action ->> '$.position') WHERE action ->> '$.kind' = 'undo';
CREATE INDEX user_by_email ON user (lower(primary_email));

-- The same as user_left.
DROP INDEX user_gone;
-- People are put in order by what stands in user_search.
DROP INDEX user_by_name;
