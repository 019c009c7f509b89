-- What the Users page shows of a person stands beside what it sorts by: a page is read from one table, not from five.
ALTER TABLE user_search ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE user_search ADD COLUMN job_title TEXT NOT NULL DEFAULT '';
-- As it is dialed; extension is what is sorted by.
ALTER TABLE user_search ADD COLUMN extension_number TEXT;
-- The primary number, or the first.
ALTER TABLE user_search ADD COLUMN phone_number TEXT;

UPDATE user_search SET
  name = trim(user.first_name || ' ' || user.last_name),
  job_title = user.job_title,
  extension_number = (SELECT extension_number FROM extension WHERE user_id = user.id),
  phone_number = (
    SELECT phone_number FROM phone_number
    WHERE extension_id = (SELECT id FROM extension WHERE user_id = user.id)
    ORDER BY is_primary DESC, phone_number LIMIT 1
  )
FROM user WHERE user.id = user_search.user_id;

DROP TRIGGER user_search_user_changed;
CREATE TRIGGER user_search_user_changed AFTER UPDATE OF user_name, first_name, last_name, primary_email, status, site_id,
  department, job_title, leaves_on ON user BEGIN
  INSERT OR IGNORE INTO user_search_stale VALUES (NEW.id);
END;
DROP TRIGGER user_search_number_moved;
CREATE TRIGGER user_search_number_moved AFTER UPDATE OF phone_number, extension_id, is_primary ON phone_number BEGIN
  INSERT OR IGNORE INTO user_search_stale
    SELECT user_id FROM extension WHERE id IN (OLD.extension_id, NEW.extension_id) AND user_id IS NOT NULL;
END;
