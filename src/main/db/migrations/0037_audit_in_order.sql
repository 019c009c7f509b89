-- The order of the administration list, with all that its filters ask for: any of them together are answered without
-- reading an entry. One filter alone keeps its own index.
DROP INDEX audit_entry_by_time;
CREATE INDEX audit_entry_in_order ON audit_entry (at, operator, action, subject);

-- A part of a subject is looked for in that index.
DROP INDEX audit_entry_by_subject;
DROP TRIGGER audit_entry_subject;
DROP TABLE audit_subject;
