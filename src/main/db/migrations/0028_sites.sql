-- What hangs on a site, counted and asked for before it is removed, without going through every extension.
CREATE INDEX extension_by_site ON extension (site_id);
CREATE INDEX ring_group_by_site ON ring_group (site_id);
CREATE INDEX call_queue_by_site ON call_queue (site_id);
