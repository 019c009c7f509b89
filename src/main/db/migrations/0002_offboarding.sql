CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- One approval for exactly one plan, used once, for ten minutes.
CREATE TABLE approval (
  token_sha256 TEXT PRIMARY KEY,
  plan_hash TEXT NOT NULL,
  user_id TEXT NOT NULL,
  operator TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  status TEXT NOT NULL CHECK (status IN ('running', 'paused', 'failed', 'done', 'cancelled')),
  plan TEXT NOT NULL,
  plan_hash TEXT NOT NULL,
  -- The inventory at approval: what drift is shown against.
  inventory TEXT NOT NULL,
  operator TEXT NOT NULL,
  operator_role TEXT NOT NULL,
  archive_path TEXT NOT NULL,
  created_at TEXT NOT NULL,
  finished_at TEXT,
  error_code TEXT,
  error_message TEXT
) STRICT;
-- Two unfinished runs for one person would undo each other's proof.
CREATE UNIQUE INDEX run_unfinished ON run (user_id) WHERE status IN ('running', 'paused', 'failed');

CREATE TABLE run_step (
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  action TEXT NOT NULL,
  destructive INTEGER NOT NULL CHECK (destructive IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'done', 'failed', 'skipped', 'undone')),
  attempts INTEGER NOT NULL DEFAULT 0,
  started_at TEXT,
  finished_at TEXT,
  outcome TEXT,
  error_code TEXT,
  error_message TEXT,
  PRIMARY KEY (run_id, position)
) STRICT;

-- The listing that was approved, and what is proven of it.
CREATE TABLE run_message (
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  message TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT,
  bytes INTEGER,
  proven_at TEXT,
  PRIMARY KEY (run_id, position),
  UNIQUE (run_id, message_id)
) STRICT;

CREATE TABLE archive (
  id TEXT PRIMARY KEY,
  run_id TEXT UNIQUE REFERENCES run (id),
  path TEXT NOT NULL UNIQUE,
  person_name TEXT NOT NULL,
  extension TEXT,
  created_at TEXT NOT NULL,
  messages INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  verified_at TEXT,
  verification TEXT NOT NULL DEFAULT 'never' CHECK (verification IN ('valid', 'damaged', 'never'))
) STRICT;

-- Hash-chained: each entry carries the hash of the one before it.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
