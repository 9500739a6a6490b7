-- Made after the rows where many are written at once.
CREATE UNIQUE INDEX ticket_search_key ON ticket (search_key) WHERE search_key IS NOT NULL;
