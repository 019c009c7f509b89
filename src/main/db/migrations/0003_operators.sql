-- Who may sign in to Offhook. A removed operator keeps the row, for the id in audit entries.
CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  -- Set when the operator is one of the directory's people: whoever may not sign in there may not sign in here.
  user_id TEXT REFERENCES user (id),
  name TEXT NOT NULL,
  user_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('primaryAdministrator', 'secondaryAdministrator', 'itAdministrator', 'viewer')),
  audit_privilege INTEGER NOT NULL DEFAULT 0 CHECK (audit_privilege IN (0, 1)),
  -- scrypt, hexadecimal, with the parameters that it was made with.
  password_hash TEXT NOT NULL,
  password_salt TEXT NOT NULL,
  scrypt_cost INTEGER NOT NULL,
  scrypt_block_size INTEGER NOT NULL,
  scrypt_parallelization INTEGER NOT NULL,
  -- Only of the demo company, whose sign-in page shows it; NULL once it was changed.
  shown_password TEXT,
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX operator_user_name ON operator (user_name COLLATE NOCASE) WHERE removed_at IS NULL;
-- Audit entries and runs carry the name.
CREATE UNIQUE INDEX operator_name ON operator (name COLLATE NOCASE) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX operator_of_user ON operator (user_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX operator_one_primary ON operator (role) WHERE role = 'primaryAdministrator' AND removed_at IS NULL;

-- Attempts that failed, by the name that was typed, hashed: names that do not exist are delayed like those that do.
CREATE TABLE sign_in_failure (
  name_sha256 TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until TEXT NOT NULL
) STRICT;

CREATE TABLE company_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  idle_lock_minutes INTEGER NOT NULL DEFAULT 15 CHECK (idle_lock_minutes BETWEEN 1 AND 480),
  -- How long other products keep what they have of a person who left.
  retention_months INTEGER NOT NULL DEFAULT 12 CHECK (retention_months BETWEEN 1 AND 120)
) STRICT;
INSERT INTO company_setting (id) VALUES (1);
