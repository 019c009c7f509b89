-- What the cents of the billing records are; the company sets it.
ALTER TABLE company_setting ADD COLUMN currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3);

-- The people of a site, whose calls and bills Analytics shows.
CREATE INDEX user_by_site ON user (site_id);
