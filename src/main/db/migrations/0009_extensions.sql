-- Older than the extension's user, and hidden from them: administrators alone hear and see it.
ALTER TABLE voicemail_message ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1));
ALTER TABLE call_log ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1));

-- Who had an extension, until it was freed. Who has it now stands in the extension.
CREATE TABLE extension_former_user (
  extension_id TEXT NOT NULL REFERENCES extension (id),
  until TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  PRIMARY KEY (extension_id, until, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX extension_former_user_by_user ON extension_former_user (user_id);
INSERT OR IGNORE INTO extension_former_user (extension_id, until, user_id)
SELECT run.inventory ->> '$.extension.id', run_step.finished_at, run.user_id
FROM run JOIN run_step ON run_step.run_id = run.id
WHERE run_step.status = 'done' AND run_step.action ->> '$.kind' IN ('reset', 'delete')
  AND run.inventory ->> '$.extension.id' IN (SELECT id FROM extension)
  AND run_step.position = (
    SELECT min(first.position) FROM run_step first
    WHERE first.run_id = run.id AND first.status = 'done' AND first.action ->> '$.kind' IN ('reset', 'delete')
  );

-- The hash says what the approved plan is about.
ALTER TABLE approval DROP COLUMN user_id;

-- A run can be about an extension, or about messages of several. A run without an archive step has no archive.
ALTER TABLE run ALTER COLUMN user_id DROP NOT NULL;
ALTER TABLE run ALTER COLUMN archive_path DROP NOT NULL;
-- The extension that the run works on; of a person's run the one that the person had when it began. Two unfinished runs on
-- one extension would undo each other's proof.
ALTER TABLE run ADD COLUMN extension_id TEXT REFERENCES extension (id);
CREATE UNIQUE INDEX run_unfinished_on_extension ON run (extension_id) WHERE status IN ('running', 'paused', 'failed');
