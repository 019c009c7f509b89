-- When audit-head.json was first seen beside the database. Once it was, its absence is told of; NULL until then.
CREATE TABLE audit_head_file (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kept_since TEXT
) STRICT;
INSERT INTO audit_head_file (id) VALUES (1);
