-- How many people a site has, and how many that were deleted, is counted out of this index alone.
DROP INDEX user_by_site;
CREATE INDEX user_by_site ON user (site_id, status);
