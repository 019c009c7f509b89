-- Whether somebody is the last of them is asked for each plan.
CREATE INDEX user_primary_administrator ON user (status) WHERE role = 'primaryAdministrator';
