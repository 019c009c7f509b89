-- A row an instance, so that the first of a trigram is found without counting all of them.
DROP TABLE user_search_term;
CREATE VIRTUAL TABLE user_search_term USING fts5vocab (user_search_trigram, 'instance');
