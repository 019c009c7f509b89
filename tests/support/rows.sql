-- One row in the tables that the first migration makes; the tests of later migrations start from them.
INSERT INTO tenant VALUES (1, 'Example', 'own', '2026-01-01T00:00:00.000Z');
INSERT INTO site VALUES ('s1', 'New York', 'example01', 'America/New_York', 'en-US', '23', '1 Example Plaza');
INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
  VALUES ('u1', 'dana.whitfield', 'Dana', 'Whitfield', 'dana.whitfield@example.com', 'ACTIVE', 'en-US', 'America/New_York', 's1', 'Sales', 'Account manager', 'none', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
INSERT INTO extension (id, extension_number, fq_extension_number, site_id, user_id) VALUES ('x1', '1042', '231042', 's1', 'u1');
INSERT INTO phone_number (phone_number, country, status, origin, extension_id, is_primary) VALUES ('+12125550142', 'US', 'ASSIGNED', 'CLAIMED', 'x1', 1);
INSERT INTO device VALUES ('d1', 'x1', 'Poly VVX 450', '00:00:5E:00:53:01', 'ACTIVE');
INSERT INTO licence VALUES ('l1', 'X4', 'US', 'u1');
INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
  VALUES ('v1', 'x1', 'Ada', '+12125550134', '2026-11-02T14:05:00.000Z', 4.2, 'INBOX', 0, 0, 'wav-pcm', 'aa/v1.wav', 10, 'aa');
INSERT INTO call_record (id, started_at, caller_user_id, caller_name, caller_number, callee_user_id, callee_name, callee_number, talk_seconds, disposition)
  VALUES ('c1', '2026-11-02T14:05:00.000Z', 'u1', 'Dana Whitfield', '1042', NULL, 'Ada', '+12125550134', 60, 'Answered');
INSERT INTO call_log (extension_id, call_record_id) VALUES ('x1', 'c1');
