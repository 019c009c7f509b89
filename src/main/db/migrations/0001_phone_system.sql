CREATE TABLE tenant (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('demo', 'own')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  pbx_name TEXT NOT NULL,
  timezone TEXT NOT NULL,
  locale TEXT NOT NULL,
  site_code TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  primary_email TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE', 'DELETED')),
  sign_in_revoked INTEGER NOT NULL DEFAULT 0 CHECK (sign_in_revoked IN (0, 1)),
  locale TEXT NOT NULL,
  timezone TEXT NOT NULL,
  site_id TEXT NOT NULL REFERENCES site (id),
  department TEXT NOT NULL,
  job_title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('primaryAdministrator', 'secondaryAdministrator', 'itAdministrator', 'none')),
  scim_provider TEXT,
  legal_hold TEXT,
  leaves_on TEXT,
  created_time TEXT NOT NULL,
  last_updated_time TEXT NOT NULL,
  -- When the person left: the retention of other products counts from here.
  left_at TEXT
) STRICT;
-- A deleted user's name can be given again.
CREATE UNIQUE INDEX user_name_in_use ON user (user_name COLLATE NOCASE) WHERE status <> 'DELETED';
CREATE INDEX user_by_name ON user (last_name COLLATE NOCASE, first_name COLLATE NOCASE);

CREATE TABLE user_session (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  client TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX user_session_by_user ON user_session (user_id);

-- user_id is NULL on a free extension.
CREATE TABLE extension (
  id TEXT PRIMARY KEY,
  extension_number TEXT NOT NULL UNIQUE,
  fq_extension_number TEXT NOT NULL UNIQUE,
  site_id TEXT NOT NULL REFERENCES site (id),
  user_id TEXT UNIQUE REFERENCES user (id),
  external_caller_id_name TEXT,
  external_caller_id_number TEXT,
  emergency_address TEXT,
  voicemail_email TEXT,
  voicemail_notification TEXT
) STRICT;

CREATE TABLE phone_number (
  phone_number TEXT PRIMARY KEY,
  country TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ASSIGNED', 'AVAILABLE', 'PORTING', 'PARKED', 'RELEASED')),
  origin TEXT NOT NULL CHECK (origin IN ('CLAIMED', 'PORTING')),
  extension_id TEXT REFERENCES extension (id),
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  parked_until TEXT,
  reclaimable_until TEXT,
  CHECK ((status IN ('PARKED', 'RELEASED', 'AVAILABLE')) = (extension_id IS NULL))
) STRICT;
CREATE INDEX phone_number_by_extension ON phone_number (extension_id);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  extension_id TEXT NOT NULL REFERENCES extension (id),
  model TEXT NOT NULL,
  mac_address TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('BINDED', 'AVAILABLE', 'RETIRED', 'ACTIVE', 'RESERVED'))
) STRICT;
CREATE INDEX device_by_extension ON device (extension_id);

CREATE TABLE licence (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  user_id TEXT REFERENCES user (id)
) STRICT;
CREATE INDEX licence_by_user ON licence (user_id);

CREATE TABLE ring_group (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  extension_number TEXT NOT NULL UNIQUE,
  ring_pattern TEXT NOT NULL CHECK (ring_pattern IN ('ROUND_ROBIN', 'SEQUENTIAL', 'SIMULTANEOUS')),
  site_id TEXT NOT NULL REFERENCES site (id)
) STRICT;
CREATE TABLE ring_group_member (
  ring_group_id TEXT NOT NULL REFERENCES ring_group (id),
  extension_id TEXT NOT NULL REFERENCES extension (id),
  sequence_number INTEGER NOT NULL,
  PRIMARY KEY (ring_group_id, extension_id)
) STRICT;
CREATE INDEX ring_group_member_by_extension ON ring_group_member (extension_id);

CREATE TABLE call_queue (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  site_id TEXT NOT NULL REFERENCES site (id)
) STRICT;
CREATE TABLE call_queue_member (
  call_queue_id TEXT NOT NULL REFERENCES call_queue (id),
  extension_id TEXT NOT NULL REFERENCES extension (id),
  member_type TEXT NOT NULL CHECK (member_type IN ('PRIMARY', 'SECONDARY')),
  PRIMARY KEY (call_queue_id, extension_id)
) STRICT;
CREATE INDEX call_queue_member_by_extension ON call_queue_member (extension_id);

-- set_by: a reset removes the user's own rules, not what an administrator set for callers of a leaver.
CREATE TABLE forwarding_rule (
  id TEXT PRIMARY KEY,
  extension_id TEXT NOT NULL REFERENCES extension (id),
  condition TEXT NOT NULL CHECK (condition IN ('UNCONDITIONALLY', 'BUSY', 'NO_ANSWER', 'OUTAGE')),
  destination_type TEXT NOT NULL CHECK (destination_type IN ('EXTENSION_NUMBER', 'EXTERNAL_NUMBER', 'VOICEMAIL')),
  destination TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  set_by TEXT NOT NULL DEFAULT 'user' CHECK (set_by IN ('user', 'administrator'))
) STRICT;
CREATE INDEX forwarding_rule_by_extension ON forwarding_rule (extension_id);
CREATE INDEX forwarding_rule_by_destination ON forwarding_rule (destination);

CREATE TABLE preference (
  extension_id TEXT NOT NULL REFERENCES extension (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (extension_id, key)
) STRICT;

-- Audio files lie in the data folder under audio/FILE.
CREATE TABLE greeting (
  id TEXT PRIMARY KEY,
  extension_id TEXT NOT NULL REFERENCES extension (id),
  kind TEXT NOT NULL CHECK (kind IN ('unavailable', 'busy', 'name', 'temporary')),
  seconds REAL NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX greeting_by_extension ON greeting (extension_id);

CREATE TABLE voicemail_message (
  id TEXT PRIMARY KEY,
  extension_id TEXT NOT NULL REFERENCES extension (id),
  caller_name TEXT NOT NULL,
  caller_number TEXT NOT NULL,
  received_at TEXT NOT NULL,
  seconds REAL NOT NULL,
  folder TEXT NOT NULL,
  is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
  is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
  format TEXT NOT NULL CHECK (format IN ('wav-pcm', 'wav-ulaw', 'wav-alaw', 'wav-gsm', 'gsm', 'mp3', 'ogg')),
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  transcript TEXT,
  -- Where an imported message came from; the same message is imported once.
  source_key TEXT UNIQUE
) STRICT;
CREATE INDEX voicemail_message_by_extension ON voicemail_message (extension_id, received_at);

-- Analytics: kept indefinitely, with the names as they were.
CREATE TABLE call_record (
  id TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  caller_user_id TEXT REFERENCES user (id),
  caller_name TEXT NOT NULL,
  caller_number TEXT NOT NULL,
  callee_user_id TEXT REFERENCES user (id),
  callee_name TEXT NOT NULL,
  callee_number TEXT NOT NULL,
  talk_seconds INTEGER NOT NULL,
  disposition TEXT NOT NULL CHECK (disposition IN ('Answered', 'Missed', 'Voicemail', 'Busy'))
) STRICT;
CREATE INDEX call_record_by_caller ON call_record (caller_user_id, started_at);
CREATE INDEX call_record_by_callee ON call_record (callee_user_id, started_at);

-- An extension's own call list on the PBX: one row for each extension that took part.
CREATE TABLE call_log (
  extension_id TEXT NOT NULL REFERENCES extension (id),
  call_record_id TEXT NOT NULL REFERENCES call_record (id),
  PRIMARY KEY (extension_id, call_record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE billing_record (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  person_name TEXT NOT NULL,
  month TEXT NOT NULL,
  item TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;
CREATE INDEX billing_record_by_user ON billing_record (user_id);

CREATE TABLE chat_message (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  author_name TEXT NOT NULL,
  room TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX chat_message_by_user ON chat_message (user_id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  title TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  participants TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_by_user ON meeting (user_id);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  company TEXT NOT NULL,
  email TEXT NOT NULL,
  phone_number TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_user ON contact (user_id);

-- Other products' records (fax, SMS): deleted twelve months after the person left.
CREATE TABLE other_product_record (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  product TEXT NOT NULL CHECK (product IN ('fax', 'sms')),
  peer_number TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;
CREATE INDEX other_product_record_by_user ON other_product_record (user_id, product);

-- An action of the embedded phone system that took effect, by its idempotency key.
CREATE TABLE applied_action (
  key TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

-- Audio whose row is gone and whose file is still to be removed: written in the row's transaction, emptied after it.
CREATE TABLE audio_removal (
  file TEXT PRIMARY KEY
) STRICT;
