-- Analytics: the extension of each side as it was at the time of the call; NULL outside the company, or not known any more.
ALTER TABLE call_record ADD COLUMN caller_extension TEXT;
ALTER TABLE call_record ADD COLUMN callee_extension TEXT;

-- Inside the company the number that was dialed is the extension; else it is the one whose own call list has the call.
UPDATE call_record SET caller_extension = caller_number
  WHERE caller_user_id IS NOT NULL AND caller_number IN (SELECT extension_number FROM extension);
UPDATE call_record SET callee_extension = callee_number
  WHERE callee_user_id IS NOT NULL AND callee_number IN (SELECT extension_number FROM extension);
UPDATE call_record SET
    caller_extension = CASE WHEN caller_user_id IS NULL THEN NULL ELSE extension.extension_number END,
    callee_extension = CASE WHEN callee_user_id IS NULL THEN NULL ELSE extension.extension_number END
  FROM call_log JOIN extension ON extension.id = call_log.extension_id
  WHERE call_record.id = call_log.call_record_id
    AND (caller_user_id IS NULL) <> (callee_user_id IS NULL)
    AND caller_extension IS NULL AND callee_extension IS NULL;

CREATE INDEX call_record_by_start ON call_record (started_at);
-- What the totals by extension need beside the order is in them too, so that they read no row.
CREATE INDEX call_record_by_caller_extension ON call_record (caller_extension, started_at, talk_seconds)
  WHERE caller_extension IS NOT NULL;
CREATE INDEX call_record_by_callee_extension ON call_record (callee_extension, started_at, talk_seconds, caller_extension)
  WHERE callee_extension IS NOT NULL;
CREATE INDEX call_record_by_caller_number ON call_record (caller_number);
CREATE INDEX call_record_by_callee_number ON call_record (callee_number);
CREATE INDEX billing_record_by_month ON billing_record (month);
CREATE INDEX user_gone ON user (left_at) WHERE left_at IS NOT NULL;

-- How long other products' records are kept after a person left, and the latest time that a sweep has seen.
CREATE TABLE retention (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 240),
  latest_at TEXT
) STRICT;
INSERT INTO retention (id, months) VALUES (1, 12);

-- From when the period of a person who left counts: left_at, or later when the clock had been set back as the person left.
CREATE TABLE retention_start (
  user_id TEXT PRIMARY KEY REFERENCES user (id),
  left_at TEXT NOT NULL,
  counts_from TEXT NOT NULL
) STRICT;

-- What a sweep has removed and the audit does not tell of yet: written in the person's transaction, emptied with the entry.
CREATE TABLE retention_removal (
  user_id TEXT NOT NULL REFERENCES user (id),
  product TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (user_id, product)
) STRICT;
